package org.sallyport.platform.audit.seal;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with an audit, told one by one up to a number. */
final class AuditFaults {
  private static final int MOST = 100;

  private final List<String> told = new ArrayList<>();
  private long all;

  void add(String fault) {
    all++;
    if (told.size() < MOST) {
      told.add(fault);
    }
  }

  /** The first of them, and how many more there are. */
  List<String> list() {
    var list = new ArrayList<>(told);
    if (all > told.size()) {
      list.add("and " + (all - told.size()) + " more");
    }
    return list;
  }
}
