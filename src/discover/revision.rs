//! Which revision of a Git repository is checked out, read from its files: no program is started.

use std::fs;
use std::path::Path;

/// What is checked out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// The address of the remote `origin`.
    pub repository: String,
    /// The commit.
    pub commit: Option<String>,
    /// The branch, unless a commit is checked out by itself.
    pub branch: Option<String>,
}

/// The revision of the repository at a root; none where there is no Git, or no remote to name.
#[must_use]
pub fn revision(root: &Path) -> Option<Revision> {
    let mut git = root.join(".git");
    // In a worktree or a submodule `.git` is a file that says where the folder is.
    if git.is_file() {
        let text = fs::read_to_string(&git).ok()?;
        git = root.join(text.strip_prefix("gitdir:")?.trim());
    }
    let shared = fs::read_to_string(git.join("commondir")).map_or_else(|_| git.clone(), |path| git.join(path.trim()));
    let repository = origin(&fs::read_to_string(shared.join("config")).ok()?)?;
    let head = fs::read_to_string(git.join("HEAD")).ok()?;
    let Some(name) = head.trim().strip_prefix("ref: ") else {
        return Some(Revision { repository, commit: is_commit(head.trim()), branch: None });
    };
    let packed = || {
        let text = fs::read_to_string(shared.join("packed-refs")).ok()?;
        let line = text.lines().find(|line| line.split_once(' ').is_some_and(|(_, packed)| packed == name))?;
        is_commit(line.split(' ').next()?)
    };
    let loose = [&git, &shared].into_iter().find_map(|folder| fs::read_to_string(folder.join(name)).ok());
    let commit = loose.and_then(|text| is_commit(text.trim())).or_else(packed);
    Some(Revision { repository, commit, branch: name.strip_prefix("refs/heads/").map(str::to_owned) })
}

fn origin(config: &str) -> Option<String> {
    let section = config.split("[remote \"origin\"]").nth(1)?;
    let section = section.split("\n[").next()?;
    let url =
        section.lines().find_map(|line| line.trim().strip_prefix("url").map(str::trim_start)?.strip_prefix('='))?;
    Some(url.trim().to_owned())
}

fn is_commit(text: &str) -> Option<String> {
    (text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_checked_out() {
        let commit = "0123456789abcdef0123456789abcdef01234567";
        let folder = tempfile::tempdir().unwrap();
        let git = folder.path().join(".git");
        fs::create_dir_all(git.join("refs/heads")).unwrap();
        fs::write(
            git.join("config"),
            "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://example.org/a.git\n",
        )
        .unwrap();
        fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        let unborn = revision(folder.path()).unwrap();
        assert_eq!((unborn.commit, unborn.branch.as_deref()), (None, Some("main")));
        fs::write(git.join("packed-refs"), format!("# pack-refs\n{commit} refs/heads/main\n")).unwrap();
        let found = revision(folder.path()).unwrap();
        assert_eq!((found.commit.as_deref(), found.repository.as_str()), (Some(commit), "https://example.org/a.git"));
        fs::write(git.join("HEAD"), format!("{commit}\n")).unwrap();
        assert_eq!(revision(folder.path()).unwrap().branch, None);
        assert_eq!(revision(&folder.path().join("none")), None);
    }
}
