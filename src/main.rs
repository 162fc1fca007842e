//! The `okr` command: arguments in, exit code out, error reports installed. Decides nothing.

use std::process::ExitCode;

fn main() -> color_eyre::Result<ExitCode> {
    quarterdeck::cli::crash::install()?;
    Ok(ExitCode::from(quarterdeck::cli::run(std::env::args_os())))
}
