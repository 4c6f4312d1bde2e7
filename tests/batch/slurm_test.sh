#!/usr/bin/env bash
# A batch as an array job of a real Slurm on this one machine: an array, a task that is requeued while it runs, a task with a failing
# article, and the merge. Exits with 77 where there is no Slurm, or no right to start one.
#
#   slurm_test.sh SOURCE ALOUD
set -euo pipefail

source=$1 aloud=$2

skip() {
  printf 'SKIPPED: %s\n' "$*"
  exit 77
}

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  tail -n 20 -- "$place"/log/*.log "$place"/*.out >&2 || true
  exit 1
}

for program in slurmctld slurmd sbatch scontrol squeue munged; do
  command -v "$program" >/dev/null || skip "$program is not installed (slurm-wlm, munge)"
done
[[ $(id -u) == 0 ]] || skip 'only root can start munged and slurmd'

place=$(mktemp -d "${TMPDIR:-/tmp}/aloud-slurm.XXXXXX")
export SLURM_CONF=$place/slurm.conf
own_munged=no

clean_up() {
  local file
  for file in "$place"/slurmd.pid "$place"/slurmctld.pid; do
    [[ ! -s $file ]] || kill -- "$(<"$file")" 2>/dev/null || true
  done
  [[ $own_munged == no ]] || kill -- "$(</run/munge/munged.pid)" 2>/dev/null || true
  rm -rf -- "$place" 2>/dev/null || { sleep 1 && rm -rf -- "$place"; }
}
trap clean_up EXIT

# await SECONDS COMMAND…: until it succeeds.
await() {
  local left=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    ((left > 0)) || return 1
    sleep 0.2
  done
}

munge_works() { munge -n 2>/dev/null | unmunge >/dev/null 2>&1; }

start_munge() {
  munge_works && return
  mkdir -p /run/munge
  chown munge:munge /run/munge
  chmod 755 /run/munge
  setpriv --reuid=munge --regid=munge --clear-groups /usr/sbin/munged --force || skip 'munged does not start'
  own_munged=yes
  await 10 munge_works || skip 'munge does not answer'
}

start_slurm() {
  local host
  host=$(hostname -s)
  mkdir -p "$place"/{state,spool,log}
  cat >"$SLURM_CONF" <<EOF
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
SlurmctldPort=$((20000 + $$ % 10000))
SlurmdPort=$((30000 + $$ % 10000))
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldLogFile=$place/log/slurmctld.log
SlurmdLogFile=$place/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
MinJobAge=3600
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
EOF
  slurmctld -i -f "$SLURM_CONF" >/dev/null 2>&1 || skip 'slurmctld does not start'
  slurmd -f "$SLURM_CONF" >/dev/null 2>&1 || skip 'slurmd does not start'
  await 20 node_is_idle || skip 'the node does not come up'
}

node_is_idle() { sinfo -h -o %T | grep -q idle; }

write_site() {
  local i
  mkdir -p "$place/in"
  for i in 1 2 3 4 5 6 7 8; do
    printf '# Article %s\n\nThis is article %s, in a few words.\n' "$i" "$i" >"$place/in/$i.md"
  done
}

# Task 0 has itself requeued while it runs, once: Slurm ends it and starts it again.
write_job() {
  cat >"$place/job.sh" <<EOF
#!/usr/bin/env bash
#SBATCH --requeue --open-mode=append
cd '$place'
if [[ \$SLURM_ARRAY_TASK_ID == 0 && -z \${SLURM_RESTART_COUNT:-} ]]; then
  '$aloud' batch in -o out --rate 449 -f wav --shard auto -q
  touch first-start
  scontrol requeue "\${SLURM_ARRAY_JOB_ID}_0"
  sleep 60
fi
[[ -z \${SLURM_RESTART_COUNT:-} ]] || touch restarted
exec '$aloud' batch in -o out --rate 449 -f wav --shard auto -q --report "json=report.\$SLURM_ARRAY_TASK_ID.json"
EOF
}

# run_array: submits the job as an array of three and waits until its last task has ended.
run_array() {
  job=$(ALOUD_VOICES=$source/voices ALOUD_CACHE_DIR=$place/cache sbatch --parsable --array=0-2 --output="$place/%a.out" "$place/job.sh")
  await 100 no_task_is_left || fail "the array does not end: $(squeue -h)"
}

# A requeued task would wait two minutes for its turn; ten seconds are what Slurm needs to tell its credentials apart.
no_task_is_left() {
  if [[ ! -e $place/hurried && $(squeue -h -j "$job" -o %r) == *BeginTime* ]]; then
    scontrol update "JobId=${job}_0" StartTime=now+12
    touch "$place/hurried"
  fi
  [[ -z $(squeue -h -j "$job" -o %T) ]]
}

state_of() { scontrol show job "${job}_$1" | grep -oE 'JobState=[A-Z]+|ExitCode=[0-9:]+' | paste -sd ' '; }

main() {
  start_munge
  write_site
  start_slurm
  write_job

  run_array
  [[ -e $place/first-start && -e $place/restarted ]] || fail 'task 0 was not requeued'
  local task
  for task in 0 1 2; do [[ $(state_of $task) == 'JobState=COMPLETED ExitCode=0:0' ]] || fail "task $task: $(state_of $task)"; done
  cd -- "$place"
  "$aloud" batch merge out report.*.json --report text >merged.out || fail 'the merge'
  "$aloud" batch in -o alone --rate 449 -f wav -q
  diff -r -x '.aloud-lock*' -x 'manifest.*-of-*' alone out || fail 'the shards made something else than one run'

  # An article that cannot be rendered fails its task and no other.
  printf '\0\1\2' >in/3.md
  touch first-start restarted
  sed -i 's/== 0 \&\&/== never \&\&/' job.sh
  run_array
  local failed=0
  for task in 0 1 2; do
    [[ $(state_of $task) != 'JobState=FAILED ExitCode=1:0' ]] || failed=$((failed + 1))
  done
  ((failed == 1)) || fail "$failed tasks failed, and not one"
  ! "$aloud" batch merge out report.*.json --report text >merged.out || fail 'the merge hides a failure'
  grep -q '1 failed' merged.out || fail "$(<merged.out)"
  echo 'Slurm: array, requeued task, failing task and merge are as they should be'
}

export ALOUD_VOICES=$source/voices
main
