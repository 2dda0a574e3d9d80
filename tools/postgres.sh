# PostgreSQL with pgvector 0.8 or later, for the server that the bot runs of its own. Sourced by ./livesop; needs its $root and say.
# What the distribution has is taken first; where its pgvector is missing or too old (Debian 12) it is built from Debian's source package.

vector_oldest=0.8.0

# The newest server's folder of programs, or nothing.
postgres_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -n 1) || true
  if [[ -z $found ]] && command -v pg_config >/dev/null; then found=$(pg_config --bindir)/postgres; fi
  if [[ -x $found ]]; then dirname "$found"; fi
}

postgres_major() { "$1/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/'; }

# The version of pgvector beside a server's programs, or nothing.
vector_of() {
  local major share
  major=$(postgres_major "$1")
  for share in "/usr/share/postgresql/$major" "$1/../share" "$1/../share/postgresql" "$1/../share/postgresql@$major"; do
    if [[ -r $share/extension/vector.control ]]; then
      sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$share/extension/vector.control"
      return
    fi
  done
}

vector_is_new_enough() { [[ -n $1 && $(printf '%s\n' "$vector_oldest" "$1" | sort -V | head -n 1) == "$vector_oldest" ]]; }

postgres_is_ready() {
  local bin
  bin=$(postgres_bin)
  [[ -n $bin ]] && vector_is_new_enough "$(vector_of "$bin")"
}

# Prepares the machine as far as it can, once, and says what is missing if it cannot. Fails then.
need_postgres() {
  if postgres_is_ready; then return; fi
  local tried=$root/out/.postgres-tried
  if [[ ! -e $tried ]]; then
    mkdir -p "$root/out" && touch "$tried"
    install_postgres || true
    if postgres_is_ready; then return; fi
  fi
  say "PostgreSQL 15 or later with pgvector $vector_oldest or later is missing: $(postgres_lack)."
  say "Or give a server that has both in ConnectionStrings__LiveSop."
  return 1
}

postgres_lack() {
  local bin major
  bin=$(postgres_bin)
  if [[ -z $bin ]]; then
    echo "install it (Debian 13: postgresql-17-pgvector; macOS: brew install postgresql@17 pgvector), remove out/.postgres-tried and run this again"
  else
    major=$(postgres_major "$bin")
    echo "PostgreSQL $major is here, its pgvector $(vector_of "$bin" | grep . || echo 'is not'); install postgresql-$major-pgvector, remove out/.postgres-tried and run this again"
  fi
}

# In a shell of its own, whose failure is only its own; what it said is kept for who wants to know why.
install_postgres() {
  if ! command -v apt-get >/dev/null; then return 1; fi
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    if ! sudo -n true 2>/dev/null; then return 1; fi
    as_root=(sudo -n)
  fi
  say "Installing PostgreSQL with pgvector ..."
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive bash "$root/tools/install-postgres.sh" </dev/null >"$root/out/postgres-install.log" 2>&1; then
    say "That failed; out/postgres-install.log says why."
    return 1
  fi
}
