@I11 @needs-container-control
Feature: The next pod waits for the one before

  A program that is told to stop may take its time: it flushes logs, or detaches a disk. As long as its pod is listed, the node counts as
  served, and the daemon set creates no other pod there. Nobody shall meet two of them on one node. So a node goes without for as
  long as the old pod takes to stop; its *grace period*, half a minute unless the template says otherwise, is the limit.

  Background:
    Given the nodes "east-1" and "east-2"
    And version "v1" of "log-agent" takes 20 seconds to stop

  Rule: The new pod comes when the old one is gone

    Example: a pod is deleted
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-1" is deleted
      Then the new pod of "log-agent" on "east-1" came only when the old one was gone
      And no node ever had two pods of "log-agent" at the same time

    Example: a pod is replaced in an update
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then the new pod of "log-agent" on "east-1" came only when the old one was gone
      And no node ever had two pods of "log-agent" at the same time

    @needs-virtual-time
    Example: until then the node has nothing but the old pod
      Given the daemon set "log-agent"
      And the pod of "log-agent" on "east-1" has just been deleted
      When 10 seconds pass
      Then no pod of "log-agent" was created since

  Rule: The grace period is the limit

    Example: a program that would take an hour is stopped after ten seconds
      Given version "v3" of "log-agent" takes 1 hour to stop
      And the daemon set "log-agent" with:
        | version      | v3         |
        | grace period | 10 seconds |
      When the pod of "log-agent" on "east-1" is deleted
      Then the new pod of "log-agent" on "east-1" came about 10 seconds after the old one was asked to leave

  Rule: With surge nothing has to wait

    Example: the new pod is there before the old one has stopped
      Given the daemon set "log-agent" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      When the pod of "log-agent" on "east-1" is deleted
      Then for a while "east-1" had two pods of "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
