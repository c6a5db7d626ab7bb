Feature: The old pod of a node and the new one

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                                                              |
      | no node ever had two pods of "log-agnet" at the same time                                             |
      | for a while "east-1" had two pods of "log-agnet"                                                      |
      | "log-agnet" runs versions "v1" and "v2" side by side on "east-1"                                      |
      | a new pod of "log-agnet" waits beside the old one on "east-1"                                         |
      | the new pods of "log-agnet" came at least 1 second apart                                              |
      | the new pod of "log-agnet" on "east-1" came only when the old one was gone                            |
      | the new pod of "log-agnet" on "east-1" came about 1 second after the old one was asked to leave       |
      | the old pods of "log-agnet" on "east-1" and "east-2" stayed until the new one was available           |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                                                              |
      | for a while "east-3" had two pods of "log-agent"                                                      |
      | "log-agent" runs versions "v1" and "v2" side by side on "east-3"                                      |
      | a new pod of "log-agent" waits beside the old one on "east-3"                                         |
      | the new pod of "log-agent" on "east-3" came only when the old one was gone                            |
      | the new pod of "log-agent" on "east-3" came about 1 second after the old one was asked to leave       |
      | the old pods of "log-agent" on "east-1" and "east-3" stayed until the new one was available           |

  Example: a version that never was
    > "log-agent" never had a version "v3". Did you mean "v1" or "v2"?
    When the daemon set "log-agent" is updated to version "v2"
    Then "log-agent" runs versions "v2" and "v3" side by side on "east-1"

  Example: two pods at a time, on their node
    > had two pods of "network-plugin".
    Given the daemon set "network-plugin" with:
      | max unavailable | 0 |
      | max surge       | 1 |
    When the daemon set "network-plugin" is updated to version "v2"
    Then no node ever had two pods of "network-plugin" at the same time

  Example: one pod after the other
    > "east-1" never had two pods of "log-agent".
    When the daemon set "log-agent" is updated to version "v2"
    Then for a while "east-1" had two pods of "log-agent"

  Example: only one of the versions runs
    > "log-agent" should run these versions on "east-1".
    When the daemon set "log-agent" is updated to version "v2"
    Then "log-agent" runs versions "v1" and "v2" side by side on "east-1"

  Example: no pod waits
    > The old pod of "log-agent" should run on "east-1", and a new one should wait for the same node.
    When the daemon set "log-agent" is updated to version "v2"
    Then a new pod of "log-agent" waits beside the old one on "east-1"

  Example: new pods came sooner
    > New pods of "log-agent" should come one after the other.
    When the daemon set "log-agent" is updated to version "v2"
    Then the new pods of "log-agent" came at least 1 hour apart

  Example: only one new pod came
    > New pods of "log-agent" should come one after the other.
    When the pod of "log-agent" on "east-1" is deleted
    Then the new pods of "log-agent" came at least 1 second apart

  Example: the new pod came while the old one was there
    > The new pod of "network-plugin" came too early.
    Given the daemon set "network-plugin" with:
      | max unavailable | 0 |
      | max surge       | 1 |
    When the daemon set "network-plugin" is updated to version "v2"
    Then the new pod of "network-plugin" on "east-1" came only when the old one was gone

  Example: there is no new pod
    > "east-1" never had an old and a new pod of "log-agent".
    When 1 minute passes
    Then the new pod of "log-agent" on "east-1" came only when the old one was gone

  Example: the new pod came sooner
    > The new pod of "log-agent" should come so long after the old one was asked to leave.
    When the daemon set "log-agent" is updated to version "v2"
    Then the new pod of "log-agent" on "east-1" came about 10 minutes after the old one was asked to leave

  Example: the old pod went first
    > The old pod of "log-agent" on "east-1" should go when the new one is available, not before.
    When the daemon set "log-agent" is updated to version "v2"
    Then the old pods of "log-agent" on "east-1" and "east-2" stayed until the new one was available

  Example: two pods at a time, before the When
    > had two pods of "network-plugin".
    Given the daemon set "network-plugin" with:
      | max unavailable | 0 |
      | max surge       | 1 |
    And the daemon set "network-plugin" is updated to version "v2"
    When 1 minute passes
    Then no node ever had two pods of "network-plugin" at the same time

  Scenario Outline: a new pod that came before the When
    > The new pod of "log-agent" came to "east-1" before the When.
    Given the daemon set "log-agent" is updated to version "v2"
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                                                         |
      | the new pod of "log-agent" on "east-1" came only when the old one was gone                       |
      | the new pod of "log-agent" on "east-1" came about 1 second after the old one was asked to leave  |
      | the old pod of "log-agent" on "east-1" stayed until the new one was available                    |

  Example: a pause that is none
    > "at least 0 seconds" is true of any time. Write how long it must be.
    When the daemon set "log-agent" is updated to version "v2"
    Then the new pods of "log-agent" came at least 0 seconds apart
