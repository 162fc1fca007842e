//! The `okr` command: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    Ok(ExitCode::from(quarterdeck::cli::run(std::env::args_os())))
}
