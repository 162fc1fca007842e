//! A program on a real terminal, and what is heard from it. Reading, writing and waiting each block on a thread
//! of their own, so a test never does; what they learn arrives in order through one channel.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use tempfile::TempDir;

use super::home::Home;
use super::process::{PATIENCE, signal, starting};

/// What a program on a terminal lets us know.
pub enum Heard {
    /// It printed.
    Printed(Vec<u8>),
    /// It and all it started have closed the terminal: everything printed was heard.
    Closed,
    /// It ended with this code.
    Ended(u32),
}

/// The outer side of a terminal. The program behind it is killed when this goes.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    typed: Sender<Vec<u8>>,
    /// Everything heard, in order.
    pub heard: Receiver<Heard>,
    id: Option<u32>,
    /// The folders stay until the program is dead.
    _home: Arc<TempDir>,
}

impl Pty {
    /// Starts a program on a new terminal.
    pub fn start(home: &Home, dir: &Path, size: (u16, u16), argv: &[String]) -> Self {
        assert!(dir.is_dir(), "no such folder to start in: {}", dir.display());
        let one_at_a_time = starting();
        let pair = native_pty_system().openpty(pty_size(size)).expect("the system has terminals left");
        let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
        command.cwd(dir);
        command.env_clear();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let writer = pair.master.take_writer().expect("a terminal can be written");
        drop(one_at_a_time);

        let (tell, heard) = mpsc::channel();
        let id = child.process_id();
        listen(reader, tell.clone());
        await_end(child, tell);
        let typed = type_into(writer);
        Self { master: pair.master, typed, heard, id, _home: home.keep() }
    }

    /// Hands bytes to the typing thread: a program that does not read cannot block the test.
    pub fn send(&self, bytes: Vec<u8>) {
        // The thread is gone only when the terminal is; the next wait says so, with the screen.
        let _ = self.typed.send(bytes);
    }

    /// Changes the size and lets the program know.
    pub fn resize(&self, size: (u16, u16)) {
        self.master.resize(pty_size(size)).expect("a terminal can be resized");
    }

    /// Sends a signal to the program and all it started, by its name without `SIG`.
    pub fn signal(&self, name: &str) {
        if let Some(id) = self.id {
            signal(name, &format!("-{id}"));
        }
    }

    /// Forgets the process: it has ended, its number may belong to another soon.
    pub fn forget(&mut self) {
        self.id = None;
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        while let Ok(heard) = self.heard.try_recv() {
            if matches!(heard, Heard::Ended(_)) {
                self.id = None;
            }
        }
        self.signal("KILL");
        while self.id.is_some() {
            match self.heard.recv_timeout(PATIENCE) {
                Ok(Heard::Ended(_)) | Err(_) => self.id = None,
                Ok(_) => {}
            }
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn listen(mut reader: Box<dyn Read + Send>, tell: Sender<Heard>) {
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            if tell.send(Heard::Printed(buffer[..length].to_vec())).is_err() {
                return;
            }
        }
        let _ = tell.send(Heard::Closed);
    });
}

fn await_end(mut child: Box<dyn Child + Send + Sync>, tell: Sender<Heard>) {
    thread::spawn(move || {
        let code = child.wait().map_or(u32::MAX, |status| status.exit_code());
        let _ = tell.send(Heard::Ended(code));
    });
}

fn type_into(mut writer: Box<dyn Write + Send>) -> Sender<Vec<u8>> {
    let (typed, to_type) = mpsc::channel::<Vec<u8>>();
    thread::spawn(move || {
        for bytes in to_type {
            if writer.write_all(&bytes).and_then(|()| writer.flush()).is_err() {
                return;
            }
        }
    });
    typed
}
