#!/usr/bin/env bash
# Installs PostgreSQL with pgvector on Debian and its kin. Run as root, by tools/postgres.sh; never upgrades a server that is there.
set -euo pipefail

oldest=0.8.0
apt=(apt-get -o DPkg::Lock::Timeout=60 -o Dpkg::Options::=--force-confold)

new_enough() { [[ -n $1 && $(printf '%s\n' "$oldest" "$1" | sort -V | head -n 1) == "$oldest" ]]; }

# Of the newest server that is installed, or nothing.
installed_major() { find /usr/lib/postgresql -path '*/bin/postgres' 2>/dev/null | cut -d / -f 5 | sort -V | tail -n 1 || true; }

# The bot runs a cluster of its own: the package's would only take memory.
want_no_cluster() {
  if [[ -n $(installed_major) || -e /etc/postgresql-common/createcluster.conf ]]; then return; fi
  mkdir -p /etc/postgresql-common
  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
}

# The distribution's package, for the server that is there or the newest one. Fails where it is missing or too old.
install_package() {
  local major package candidate
  major=$(installed_major)
  package=$(apt-cache pkgnames postgresql- | grep -E "^postgresql-${major:-[0-9]+}-pgvector\$" | sort -V | tail -n 1) || return 1
  candidate=$(apt-cache policy "$package" | sed -n 's/^ *Candidate: //p')
  if [[ $candidate == '(none)' ]] || ! new_enough "${candidate%%-*}"; then return 1; fi
  "${apt[@]}" install -y -q --no-install-recommends "$package" "${package%-pgvector}"
}

# The distribution's server, and pgvector built for it from Debian's source package.
build() {
  local major
  major=$(installed_major)
  major=${major:-$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)}
  "${apt[@]}" install -y -q --no-install-recommends --no-upgrade "postgresql-$major" gcc make libc6-dev binutils ca-certificates
  headers "$major"
  source_of_pgvector
  local config=$work/dev/usr/lib/postgresql/$major/bin/pg_config
  # No -march=native, which might not run elsewhere, and no LLVM, which only JIT would use.
  make -s -C "$work/vector" -j"$(nproc)" PG_CONFIG="$config" OPTFLAGS= with_llvm=no
  strip --strip-unneeded "$work/vector/vector.so"
  install -m 644 "$work/vector/vector.so" "/usr/lib/postgresql/$major/lib/"
  install -m 644 "$work/vector/vector.control" "$work"/vector/sql/vector--*.sql -t "/usr/share/postgresql/$major/extension/"
}

# Unpacked aside and not installed: the development package wants a whole compiler suite. pg_config is in one or the other, by version,
# and computes its answers from where it lies.
headers() {
  (cd "$work" && apt-get download -q "postgresql-server-dev-$1" "postgresql-client-$1" && for package in *.deb; do dpkg -x "$package" dev; done)
}

# From the mirror that this machine uses anyway, as apt's own settings tell it.
source_of_pgvector() {
  local mirror apart
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -vi security | head -n 1)
  mkdir -p "$work"/apt/{lists/partial,cache/archives/partial,etc/preferences.d,etc/sources.list.d} "$work/vector"
  printf '%s\n' 'Types: deb-src' "URIs: $mirror" 'Suites: trixie' 'Components: main' 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' \
    >"$work/apt/etc/sources.list.d/source.sources"
  apart=(-o "Dir::Etc=$work/apt/etc" -o "Dir::State::Lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none)
  (cd "$work" && apt-get "${apart[@]}" update -q && apt-get "${apart[@]}" source --download-only -q pgvector)
  tar -xf "$work"/pgvector_*.orig.tar.* -C "$work/vector" --strip-components=1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
"${apt[@]}" update -q
want_no_cluster
install_package || build
