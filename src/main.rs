//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    phiward::cli::run(std::env::args_os()).into()
}
