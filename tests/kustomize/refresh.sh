#!/bin/sh
# Records what kustomize builds of the cases here, where `kubectl` (or `kustomize`, as KUSTOMIZE) is installed.
# Recorded with kustomize v5.5.0, as kubectl 1.32 carries it.
set -eu
cd "$(dirname "$0")"
KUSTOMIZE=${KUSTOMIZE:-kubectl kustomize}
rm -rf expected
mkdir expected
for file in $(find . -name kustomization.yaml | sort); do
    folder=$(dirname "${file#./}")
    # Bases are judged through what takes them in; this one's name says which are.
    case "$folder" in */base | */tls | */middle) continue ;; esac
    $KUSTOMIZE "$folder" 2>/dev/null > "expected/$(echo "$folder" | tr / -).yaml"
done
