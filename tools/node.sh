# Node, for the tests that run Slack's own framework. Sourced by ./livesop; needs its $root and say.
# An older one is not replaced: whoever put it there may need it.

node_oldest=20

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

node_is_ready() { command -v npm >/dev/null && (( $(node_major | grep . || echo 0) >= node_oldest )); }

# What the distribution would install: Debian 13 has Node 20, Debian 12 only 18.
node_offered() { apt-cache policy nodejs 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*\)\..*/\1/p'; }

# Prepares the machine as far as it can, once, and says what is missing if it cannot. Fails then.
need_node() {
  if node_is_ready; then return; fi
  local tried=$root/out/.node-tried
  if [[ ! -e $tried ]]; then
    mkdir -p "$root/out" && touch "$tried"
    install_node || true
    if node_is_ready; then return; fi
  fi
  say "Node $node_oldest or later with npm is missing, so the tests with Slack's own framework will fail: $(node_lack), remove out/.node-tried and run this again."
  return 1
}

node_lack() {
  local major
  major=$(node_major)
  if [[ -z $major ]]; then echo "install it (Debian 13: nodejs and npm; elsewhere https://nodejs.org)"
  elif (( major < node_oldest )); then echo "Node $major is here; install a newer one (https://nodejs.org)"
  else echo "Node $major is here; install npm"
  fi
}

# In the same way as Graphviz; only where what comes is new enough.
install_node() {
  if [[ -n $(node_major) ]] && (( $(node_major) < node_oldest )); then return 1; fi
  if ! command -v apt-get >/dev/null; then return 1; fi
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    if ! sudo -n true 2>/dev/null; then return 1; fi
    as_root=(sudo -n)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=60)
  if [[ -z $(node_offered) ]]; then "${apt[@]}" update -q </dev/null >/dev/null 2>&1 || true; fi
  if (( $(node_offered | grep . || echo 0) < node_oldest )); then return 1; fi
  say "Installing Node for the tests with Slack's own framework ..."
  local packages=(nodejs)
  if ! command -v npm >/dev/null; then packages+=(npm); fi
  "${apt[@]}" install -y -q --no-install-recommends "${packages[@]}" </dev/null >/dev/null 2>&1
}
