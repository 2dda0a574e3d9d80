# Node, for the tests that run Slack's own framework. Sourced by ./livesop; needs its $root and say.
# An older one is never replaced: whoever put it there may need it.

# Of what the packages in tests/CrossCheck/package-lock.json ask for, the most.
node_oldest=20.18.1

# Of the Node that is here; nothing where none is.
node_version() { { node --version 2>/dev/null || true; } | sed -n 's/^v\([0-9.]*\).*/\1/p'; }

# Of what the distribution would install; nothing where it has none. Debian 13 has Node 20, Debian 12 only 18.
node_offered() { { apt-cache policy nodejs 2>/dev/null || true; } | sed -n 's/^ *Candidate: *\([0-9.]*\)[^0-9.(].*/\1/p'; }

node_is_new_enough() { [[ -n $1 && $(printf '%s\n' "$node_oldest" "$1" | sort -V | head -n 1) == "$node_oldest" ]]; }

node_is_ready() { node_is_new_enough "$(node_version)" && command -v npm >/dev/null; }

# Prepares the machine as far as it can, once, and says what is missing if it cannot. Fails then.
need_node() {
  if node_is_ready; then return; fi
  local tried=$root/out/.node-tried
  if [[ ! -e $tried ]]; then
    mkdir -p "$root/out" && touch "$tried"
    install_node || true
    if node_is_ready; then return; fi
  fi
  say "The tests with Slack's own framework will fail, for want of Node $node_oldest or later with npm: $(node_lack), remove out/.node-tried and run this again."
  return 1
}

node_lack() {
  local version
  version=$(node_version)
  if [[ -z $version ]]; then echo "install them (Debian 13: nodejs and npm; elsewhere from https://nodejs.org)"
  elif node_is_new_enough "$version"; then echo "Node $version is here; install npm"
  else echo "Node $version is here; install a newer one (https://nodejs.org)"
  fi
}

# Only where what comes is new enough.
install_node() {
  if [[ -n $(node_version) ]] && ! node_is_new_enough "$(node_version)"; then return 1; fi
  if ! command -v apt-get >/dev/null; then return 1; fi
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    if ! sudo -n true 2>/dev/null; then return 1; fi
    as_root=(sudo -n)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=60)
  if [[ -z $(node_offered) ]]; then "${apt[@]}" update -q </dev/null >/dev/null 2>&1 || true; fi
  if ! node_is_new_enough "$(node_offered)"; then return 1; fi
  say "Installing Node for the tests with Slack's own framework ..."
  local packages=(npm)
  if [[ -z $(node_version) ]]; then packages+=(nodejs); fi
  "${apt[@]}" install -y -q --no-install-recommends "${packages[@]}" </dev/null >/dev/null 2>&1
}
