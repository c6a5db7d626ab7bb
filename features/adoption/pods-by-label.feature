Feature: A daemon set looks for its pods by their labels

  Which pods belong to a daemon set is not written in a list. Every pod names the *controller* that looks after it, if it
  has one. Of those in its project that have none, and are not on their way out, the daemon set takes the pods with the
  labels of its selector: it **adopts** them. And it lets go of a pod of its own whose labels no longer match: the pod is
  **released**, runs on, and a new one is created in its place. So relabelling is a way to take a sick pod aside and look at
  it in peace, and a mistyped label is a way to lose one.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: A pod whose labels no longer match is released, and a new one takes its place
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject

    Example: a pod is taken aside
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is labelled "app=under-repair"
      Then the pod that "log-agent" released still runs on "east-2"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced

    Example: a label that the selector does not ask for releases nobody
      Given the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is labelled "on-call=clara"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: a released pod does not go with the daemon set
      Given the daemon set "log-agent"
      And the pod of "log-agent" on "east-2" is labelled "app=under-repair"
      When the daemon set "log-agent" is deleted
      Then the pod that "log-agent" released still runs on "east-2"
      But no pod of "log-agent" is left on "east-1"

  Rule: Of two pods on a node the older stays
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode, podByCreationTimestampAndPhase
    The second one may have been made by hand, or have come back. Or the controller has created it itself, because it never
    heard that the first had come about.

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

  Rule: A pod that has its node comes before one that still waits, however old
    # Authority: pkg/controller/daemon/daemon_controller.go podByCreationTimestampAndPhase

    Example: there is no room for the daemon set's own pod, and one made by hand runs
      Given the daemon set "indexer" with:
        | cpu             | 6        |
        | update strategy | OnDelete |
      When the pod "indexer-by-hand", labelled "app=indexer", that runs on "east-2"
      Then "indexer" runs one pod on "east-2"
      And the pod "indexer-by-hand" belongs to "indexer"

  Rule: With surge the pod of the current version stays, however young
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode
    The other goes as soon as the current one is available, or if it is not ready itself.

    Background:
      Given the pod "log-agent-by-hand" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"

    Example: the older pod was made by hand, and has to go
      Given the daemon set "log-agent" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      When the pod "log-agent-by-hand" is labelled "app=log-agent"
      Then there is no pod "log-agent-by-hand" any more
      And no pod of "log-agent" was created since
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: without surge the older pod stays
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      When the pod "log-agent-by-hand" is labelled "app=log-agent"
      Then the pod "log-agent-by-hand" belongs to "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

  Rule: A pod with the right labels and without a controller is adopted
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject

    Example: instead of creating one
      Given the pod "log-agent-by-hand", labelled "app=log-agent", that runs on "east-2"
      When the daemon set "log-agent" is created with:
        | update strategy | OnDelete |
      Then the pod "log-agent-by-hand" belongs to "log-agent"
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: given the labels later on, it is adopted then
      Given the daemon set "log-agent" for nodes labelled "role=worker"
      And the pod "log-agent-by-hand" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      When the pod "log-agent-by-hand" is labelled "app=log-agent"
      Then there is no pod "log-agent-by-hand" any more
      And no pod of "log-agent" is left

    Example: an owner that is no controller is no obstacle
      Given the daemon set "node-metrics"
      And I run:
        """
        oc patch pod <pod of node-metrics on east-2> --type json -p '[
            {"op": "replace", "path": "/metadata/ownerReferences/0/controller", "value": false},
            {"op": "replace", "path": "/metadata/labels/app", "value": "log-agent"}]'
        """
      And the daemon set "log-agent" with:
        | update strategy | OnDelete |
      When I run "oc get pods -l app=log-agent -o name"
      Then it prints:
        """
        pod/log-agent-…
        pod/node-metrics-…
        """

    Example: a pod that is on its way out is not adopted
      Given the pod "log-agent-by-hand" that asked for "kubernetes.io/hostname=east-2" and runs on "east-2"
      And I run:
        """
        oc patch pod log-agent-by-hand --type merge -p '{"metadata": {"finalizers": ["example.com/evidence"],
            "labels": {"app": "log-agent"}}}'
        """
      And I run "oc delete pod log-agent-by-hand --wait=false"
      When the daemon set "log-agent" is created
      Then the pod "log-agent-by-hand" belongs to nobody
      And the status of "log-agent" is:
        | desired | current |
        | 2       | 2       |

    Example: other labels, and nobody touches it
      Given the pod "log-agent-by-hand", labelled "app=logagent", that runs on "east-2"
      When the daemon set "log-agent" is created
      Then the pod "log-agent-by-hand" belongs to nobody
      And the pod "log-agent-by-hand" was never asked to leave

  Rule: Two labels of a pod decide whether it is up to date, and nobody looks at what it runs
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated
    Every pod that a daemon set makes is labelled with the hash of its template, `controller-revision-hash`, and with the
    number of the template, `pod-template-generation`. It is enough that one of the two is that of the current template.
    Otherwise a rolling update replaces the pod.

    Example: a pod made by hand has neither label, so RollingUpdate adopts it and then replaces it
      Given the pod "log-agent-by-hand", labelled "app=log-agent", that runs on "east-2"
      When the daemon set "log-agent" is created with:
        | update strategy | RollingUpdate |
      Then there is no pod "log-agent-by-hand" any more
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: with the right number it stays, another program and all
      Given the pod "report-job", labelled "app=log-agent, pod-template-generation=1", that runs on "east-2"
      When the daemon set "log-agent" is created with:
        | update strategy | RollingUpdate |
      Then the pod "report-job" was never asked to leave
      And the pod "report-job" belongs to "log-agent"
      And the status of "log-agent" is:
        | desired | up-to-date | available |
        | 2       | 2          | 2         |

    Example: a pod that loses both labels is replaced, though nothing in it has changed
      Given the daemon set "log-agent"
      When I run "oc label pod <pod of log-agent on east-2> controller-revision-hash- pod-template-generation-"
      Then the pod of "log-agent" on "east-2" was replaced
      But the pod of "log-agent" on "east-1" was not replaced
