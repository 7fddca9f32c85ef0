//! Paths of a scan: relative to its root, with forward slashes.

/// The path that a relative one leads to from a folder, without `.` and `..`; none when it leads out of the
/// scan's root.
#[must_use]
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn a_path_never_leads_out_of_the_root() {
        for (folder, path, joined) in [
            ("a/b", "../c", Some("a/c")),
            ("a", "./x/./y", Some("a/x/y")),
            ("", "x", Some("x")),
            ("a", "..", Some("")),
            ("a", "../../x", None),
        ] {
            assert_eq!(join(folder, path).as_deref(), joined, "{path} from {folder}");
        }
    }
}
