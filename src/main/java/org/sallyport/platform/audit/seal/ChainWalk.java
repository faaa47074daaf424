package org.sallyport.platform.audit.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.MasterKey;

/**
 * Follows one chain from row to row, and says where it is broken. Rows up to its beginning may be
 * missing, since retention has deleted them; what is left of them is checked alike.
 */
final class ChainWalk {
  private final MasterKey master;
  private final AuditFaults faults;
  private final ChainHead begin;
  private ChainHead last;
  private @Nullable ChainHead old;

  /**
   * A walk along a chain.
   *
   * @param begin what the oldest checkpoint tells of it; position 0 if that is of its first row
   */
  ChainWalk(MasterKey master, AuditFaults faults, ChainHead begin) {
    this.master = master;
    this.faults = faults;
    this.begin = begin;
    this.last = begin;
  }

  /** Takes the next row, as it is stored. */
  void take(SealedRow row, ChainPlace place, @Nullable String previous, @Nullable String hash) {
    var before = previous == null ? "" : previous;
    var code = hash == null ? "" : hash;
    if (!row.hash(place, before, master).equals(code)) {
      faults.add("row " + row.id() + " at " + place + " was changed");
    }
    if (place.position() <= begin.place().position()) {
      takeOld(place, before, code);
      return;
    }
    mustFollow(place, before);
    last = new ChainHead(place, code);
  }

  // Before the beginning any may be missing, but two neighbours follow each other.
  private void takeOld(ChainPlace place, String previous, String code) {
    if (place.equals(begin.place()) && !code.equals(begin.hash())) {
      faults.add("the row at " + place + " is not the one that the oldest checkpoint tells");
    }
    if (old != null && place.equals(old.place().next()) && !previous.equals(old.hash())) {
      faults.add("the row at " + place + " does not follow the one before");
    }
    old = new ChainHead(place, code);
  }

  private void mustFollow(ChainPlace place, String previous) {
    var due = last.place().next();
    if (place.position() > due.position()) {
      faults.add("rows are missing from " + due + " to before " + place);
    } else if (place.position() < due.position()) {
      faults.add("there are two rows at " + place);
    } else if (!previous.equals(last.hash())) {
      faults.add("the row at " + place + " does not follow the one before");
    }
  }

  /** Ends the walk; the chain has to end in the row that was noted as its newest. */
  void end(Optional<ChainHead> noted) {
    if (noted.isEmpty()) {
      faults.add("chain " + begin.place().chain() + " has rows, but is not noted");
    } else if (noted.get().place().position() > last.place().position()) {
      faults.add("rows are missing from " + last.place().next() + " to " + noted.get().place());
    } else if (!noted.get().equals(last)) {
      faults.add("the newest row of the chain is not the one at " + last.place());
    }
  }
}
