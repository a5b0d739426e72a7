#!/bin/sh
# The Fandol fonts out of Debian's texlive-lang-chinese, into .venv/share/fandol, without installing the package.
set -eu
target=$(cd "$(dirname "$0")/../.." && pwd)/.venv/share/fandol
[ -f "$target/FandolFang-Regular.otf" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download texlive-lang-chinese
dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb | tar -x --wildcards '*/opentype/public/fandol/*.otf'
mkdir -p "$target"
find . -name 'Fandol*.otf' -exec cp {} "$target" \;
