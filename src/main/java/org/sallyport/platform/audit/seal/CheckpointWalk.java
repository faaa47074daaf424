package org.sallyport.platform.audit.seal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.MasterKey;

/** Follows the checkpoints from the oldest to the newest, and says where they are broken. */
final class CheckpointWalk {
  private final MasterKey master;
  private final AuditBounds bounds;
  private final AuditFaults faults;
  private final Map<Long, String> known;
  private @Nullable Checkpoint oldest;
  private @Nullable Checkpoint newest;
  private long count;

  CheckpointWalk(MasterKey master, AuditBounds bounds, AuditFaults faults) {
    this.master = master;
    this.bounds = bounds;
    this.faults = faults;
    this.known = new HashMap<>(bounds.known());
  }

  /** Takes the next one. */
  void take(Checkpoint next) {
    var name = "checkpoint " + next.number();
    if (!next.expectedMac(master).equals(next.mac())) {
      faults.add(name + " was changed, or another master key has sealed it");
    }
    if (oldest == null) {
      oldest = next;
      mustBegin(next);
    } else if (newest != null && !newest.asPrevious().isBefore(next)) {
      faults.add(name + " does not follow checkpoint " + newest.number());
    }
    var kept = known.remove(next.number());
    if (kept != null && !kept.equals(next.mac())) {
      faults.add(name + " is not the one that was kept elsewhere");
    }
    newest = next;
    count++;
  }

  // What retention has deleted is older than it says.
  private void mustBegin(Checkpoint first) {
    if (first.number() > 1 && !isOld(first)) {
      faults.add(
          "the audit begins with checkpoint "
              + first.number()
              + " of "
              + first.at()
              + ", which is later than audit.retention allows");
    }
  }

  /** Ends the walk: those that were kept elsewhere have to be there, unless they are too old. */
  void end() {
    known.keySet().stream()
        .filter(number -> oldest == null || number > oldest.number())
        .sorted()
        .forEach(number -> faults.add("checkpoint " + number + " is missing"));
  }

  /** How many there are. */
  long count() {
    return count;
  }

  private boolean isOld(Checkpoint some) {
    return !some.at().isAfter(bounds.now().minus(bounds.retention()));
  }

  /** The oldest, if rows that it covers may have been deleted. */
  Optional<Checkpoint> begin() {
    return Optional.ofNullable(oldest).filter(c -> c.number() > 1 || isOld(c));
  }

  /** The newest. */
  Optional<Checkpoint> newest() {
    return Optional.ofNullable(newest);
  }

  /** The newest rows that the newest tells of. */
  List<ChainHead> promised() {
    return newest().map(Checkpoint::headList).orElse(List.of());
  }
}
