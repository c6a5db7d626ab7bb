Feature: A daemon set knows its pods by their labels

  Which pods belong to a daemon set is not written in a list. It looks for pods with the labels of its selector and takes those that
  nobody owns: it **adopts** them. And it lets go of a pod whose labels no longer match: the pod is **released**, runs on, and a new one is
  created in its place. Relabelling is therefore a way to take a sick pod aside and look at it in peace, and a mistyped label is a way to lose one.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: A pod whose labels no longer match is released, and a new one takes its place

    Example: a pod is taken aside
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is labelled "app=under-repair"
      Then the pod that "log-agent" released still runs on "east-2"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    Example: a label that the selector does not ask for changes nothing
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is labelled "on-call=clara"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: a released pod does not go with the daemon set
      Given the daemon set "log-agent"
      And the pod of "log-agent" on "east-2" is labelled "app=under-repair"
      When the daemon set "log-agent" is deleted
      Then the pod that "log-agent" released still runs on "east-2"
      But no pod of "log-agent" is left on "east-1"

  Rule: A pod that comes back is one too many, and the oldest stays

    Example: the released pod is put back, and its replacement has to go
      Given the daemon set "log-agent"
      And the pod of "log-agent" on "east-2" is labelled "app=under-repair"
      When the pod that "log-agent" released is labelled "app=log-agent"
      Then of the pods of "log-agent" on "east-2" only the oldest is left
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a pod made by hand where the daemon set has one already
      Given the daemon set "log-agent"
      When the pod "log-agent-by-hand", labelled "app=log-agent", that runs on "east-2"
      Then there is no pod "log-agent-by-hand" any more
      And of the pods of "log-agent" on "east-2" only the oldest is left

  Rule: A pod with the right labels that nobody owns is adopted

    Example: instead of creating one
      Given the pod "log-agent-by-hand", labelled "app=log-agent", that runs on "east-2"
      When the daemon set "log-agent" is created with:
        | update strategy | OnDelete |
      Then the pod "log-agent-by-hand" belongs to "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: with RollingUpdate it is adopted and then replaced, because it was not made from the template
      Given the pod "log-agent-by-hand", labelled "app=log-agent", that runs on "east-2"
      When the daemon set "log-agent" is created with:
        | update strategy | RollingUpdate |
      Then there is no pod "log-agent-by-hand" any more
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: given the labels later on, it is adopted then
      Given the daemon set "log-agent" for nodes labelled "role=worker"
      And the pod "log-agent-by-hand" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When the pod "log-agent-by-hand" is labelled "app=log-agent"
      Then there is no pod "log-agent-by-hand" any more
      And no pod of "log-agent" is left

    Example: other labels, and nobody touches it
      Given the pod "log-agent-by-hand", labelled "app=logagent", that runs on "east-2"
      When the daemon set "log-agent" is created
      Then the pod "log-agent-by-hand" belongs to nobody
      And the pod "log-agent-by-hand" was never asked to leave
