import ResultFiles

/// A sweep in shards as an array job of Slurm: two scripts in a folder, to be read and edited.
///
/// The folder holds the experiment with its scenarios, so a change of the original while tasks wait
/// in the queue changes nothing; `shards/` gets a folder for each shard, `logs/` what each task
/// says, `whole/` the sweep put together.
public struct SlurmJob: Sendable {
  /// What is asked of the cluster, in the words of `sbatch`.
  public struct Resources: Sendable {
    /// How long a task may take, such as `01:00:00`.
    public var time: String
    /// How much memory a task has, such as `2G`.
    public var memory: String
    /// How many processors a task has.
    public var processors: Int
    /// The partition; `nil` for that of the cluster.
    public var partition: String?

    /// What a task asks for.
    public init(time: String, memory: String, processors: Int, partition: String?) {
      self.time = time
      self.memory = memory
      self.processors = processors
      self.partition = partition
    }
  }

  /// The script of the array job.
  public static let arrayScriptName = "sweep.sbatch"
  /// The script that puts the shards together.
  public static let mergeScriptName = "merge.sbatch"

  private let folder: String
  private let program: String
  private let shardCount: Int
  private let resources: Resources

  /// Seconds before the end of its time at which a task is told to stop; Slurm may be a minute off.
  private static let notice = 120

  /// - Parameters:
  ///   - folder: where the experiment and the scripts are, an absolute path.
  ///   - program: the executable, an absolute path.
  public init(folder: String, program: String, shardCount: Int, resources: Resources) {
    self.folder = folder
    self.program = program
    self.shardCount = shardCount
    self.resources = resources
  }

  /// The array job: task i runs shard i.
  public var arrayScript: String {
    """
    #!/bin/bash
    #SBATCH --job-name=panj-sweep
    #SBATCH --array=1-\(shardCount)
    \(requests)
    #SBATCH --output="\(folder)/logs/shard-%a.txt"
    #SBATCH --open-mode=append
    #SBATCH --requeue
    #SBATCH --signal=B:USR1@\(Self.notice)

    # Task i runs shard i of \(shardCount) and keeps every replication as soon as it is done.
    # Submit this again, or only the shards that lack something (--array=3,5): a shard that is
    # complete ends at once, and one that was stopped goes on where it was.

    panj=\(ShellWord.quoted(program))
    folder=\(ShellWord.quoted(folder))
    shard=$SLURM_ARRAY_TASK_ID

    "$panj" sweep "$folder/\(SweepFolder.experimentName)" --shard "$shard/\(shardCount)" \\
      --out "$folder/shards/$shard" --workers "${SLURM_CPUS_PER_TASK:-1}" &
    sweep=$!

    # Slurm sends USR1 shortly before the time is up and TERM when the job is cancelled. panj then
    # ends with its tables in order; the signal goes to it, not to this shell.
    trap 'kill -TERM "$sweep" 2>/dev/null' USR1 TERM

    # A signal ends "wait" before panj has ended.
    wait "$sweep"
    status=$?
    while kill -0 "$sweep" 2>/dev/null; do
      wait "$sweep"
      status=$?
    done
    # 0: the shard is complete. 143 after a signal and \(ExitStatus.incomplete.rawValue) after a \
    --budget, if there is one above:
    # the time was up. Slurm counts the task as failed, what is done is kept, and submitting it
    # again goes on.
    exit "$status"

    """
  }

  /// The job that puts the shards together, or says what is missing.
  public var mergeScript: String {
    """
    #!/bin/bash
    #SBATCH --job-name=panj-merge
    \(requests)
    #SBATCH --output="\(folder)/logs/merge.txt"
    #SBATCH --open-mode=append

    # Puts the shards together in \(ShellWord.quoted(folder + "/whole")), or says which of them lack
    # something and what to type. It takes seconds; "bash" runs this as well as "sbatch".

    panj=\(ShellWord.quoted(program))
    folder=\(ShellWord.quoted(folder))

    exec "$panj" merge "$folder"/shards/* --out "$folder/whole"

    """
  }

  /// What to type.
  public var instructions: String {
    let array = ShellWord.quoted(folder + "/" + Self.arrayScriptName)
    let merge = ShellWord.quoted(folder + "/" + Self.mergeScriptName)
    return """
      Submit the shards, and what puts them together when they have ended, however they did:
        job=$(sbatch --parsable \(array))
        sbatch --dependency=afterany:"${job%%;*}" \(merge)
      Type the same again if shards were stopped; what is done is not done again.

      """
  }

  /// What both scripts ask for.
  private var requests: String {
    var lines = [
      "#SBATCH --ntasks=1", "#SBATCH --cpus-per-task=\(resources.processors)",
      "#SBATCH --time=\(resources.time)", "#SBATCH --mem=\(resources.memory)",
    ]
    if let partition = resources.partition { lines.append("#SBATCH --partition=\(partition)") }
    return lines.joined(separator: "\n")
  }
}
