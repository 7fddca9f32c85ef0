//! Signs of third parties: manifests, lock files, imports, hosts.
