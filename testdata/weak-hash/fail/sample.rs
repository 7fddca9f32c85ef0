use md5::{Digest, Md5};

fn fingerprint(note: &[u8]) {
    md5::compute(note); // expect: fail
    Md5::digest(note); // expect: fail
    let hasher = Md5::new(); // expect: fail
}
