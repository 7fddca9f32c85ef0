fn main() {
    let t = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    match hcl_edit::parser::parse_body(&t) {
        Ok(_) => println!("ok"),
        Err(e) => println!("{e}"),
    }
    let p = phiward::parse::hcl::parse(phiward::source::FileId(0), &t);
    for f in p.failures {
        let s = f.span.unwrap();
        println!(
            "{} lines {}..{}",
            f.message,
            t[..s.start as usize].matches('\n').count() + 1,
            t[..s.end as usize].matches('\n').count() + 1
        );
    }
}
