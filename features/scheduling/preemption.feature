@I15
Feature: Who has to go when an important daemon pod comes

  A daemon pod of higher priority makes room for itself: that is **preemption**. It is not a licence to clear the node. Only pods
  of *lower* priority may be pushed out, only those whose place is needed, and none at all if it would not help. The important are
  spared first, even if two others must go instead of one; before them, those that a disruption budget protects. Without a
  priority class a daemon pod is as unimportant as all that have none, and that is why agents that must run everywhere should have
  one.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 4   |
    And the priority class "urgent" with value 1000
    And the priority class "normal" with value 100

  Rule: Of pods that no disruption budget protects, the most important stay as long as there is room
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode

    @needs-steady-control-plane
    Example: of two unimportant pods one makes enough room
      Given the pod "report-job" with:
        | cpu | 2 |
      And the pod "mail-job" with:
        | cpu            | 2      |
        | priority class | normal |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | urgent |
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And there is no pod "report-job" any more
      But the pod "mail-job" was never asked to leave

    @needs-steady-control-plane
    Example: two unimportant pods go where one that matters more would have been enough
      Given the pod "report-job" with:
        | cpu | 1 |
      And the pod "backup-job" with:
        | cpu | 1 |
      And the pod "mail-job" with:
        | cpu            | 2      |
        | priority class | normal |
      When the daemon set "log-agent" is created with:
        | cpu            | 2      |
        | priority class | urgent |
      Then there is no pod "report-job" any more
      And there is no pod "backup-job" any more
      But the pod "mail-job" was never asked to leave

    Example: if one is not enough, both go
      Given the pod "report-job" with:
        | cpu | 2 |
      And the pod "mail-job" with:
        | cpu            | 2      |
        | priority class | normal |
      When the daemon set "log-agent" is created with:
        | cpu            | 3      |
        | priority class | urgent |
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And there is no pod "report-job" any more
      And there is no pod "mail-job" any more

  Rule: What a disruption budget protects is spared before all others, if they make room enough
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode, filterPodsWithPDBViolation

    Background:
      Given the file "web.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          containers: [{name: web, image: "registry.example.com/web:v1", resources: {requests: {cpu: "2"}}}]
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          minAvailable: 1
          selector: {matchLabels: {app: web}}
        """
      And I run "oc create -f web.yaml"
      And the pod "mail-job" with:
        | cpu            | 2      |
        | priority class | normal |

    @needs-steady-control-plane
    Example: the more important goes
      When the daemon set "log-agent" is created with:
        | cpu            | 2      |
        | priority class | urgent |
      Then there is no pod "mail-job" any more
      But the pod "web" was never asked to leave

    Example: if that is not enough, the budget does not help
      When the daemon set "log-agent" is created with:
        | cpu            | 3      |
        | priority class | urgent |
      Then there is no pod "mail-job" any more
      And there is no pod "web" any more

  Rule: Nobody is pushed out unless that makes the room that is missing
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode

    Example: a pod that would not fit on the empty node pushes nobody out
      Given the pod "report-job" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created with:
        | cpu            | 5      |
        | priority class | urgent |
      Then the pod of "log-agent" for "east-1" is pending
      And the pod "report-job" was never asked to leave

    @needs-steady-control-plane
    Example: a node with room enough
      Given the pod "report-job" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created with:
        | cpu            | 2      |
        | priority class | urgent |
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And the pod "report-job" was never asked to leave

  Rule: Pods that matter as much or more are not pushed out
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go isPreemptionAllowed; kubernetes#140984

    Example: a pod of the same class
      Given the pod "report-job" with:
        | cpu            | 4      |
        | priority class | normal |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | normal |
      Then the pod of "log-agent" for "east-1" is pending
      And the pod "report-job" was never asked to leave

    Example: a pod of a better class
      Given the pod "report-job" with:
        | cpu            | 4      |
        | priority class | urgent |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | normal |
      Then the pod of "log-agent" for "east-1" is pending
      And the pod "report-job" was never asked to leave

  Rule: A daemon pod may be pushed out itself, and its successor waits
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go isPreemptionAllowed; kubernetes#141227

    Example: an ordinary pod matters more
      Given the daemon set "log-agent" with:
        | cpu | 3 |
      When the pod "report-job" is created with:
        | cpu            | 3      |
        | priority class | urgent |
      Then the pod "report-job" runs on "east-1"
      And the pod of "log-agent" for "east-1" is pending

  Rule: A priority class can say that its pods push nobody out
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go PodEligibleToPreemptOthers

    Example: important, but patient
      Given the file "patient.yaml":
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: patient}
        value: 500
        preemptionPolicy: Never
        """
      And I run "oc create -f patient.yaml"
      And the pod "report-job" with:
        | cpu | 4 |
      When the daemon set "log-agent" is created with:
        | cpu            | 1       |
        | priority class | patient |
      Then the pod of "log-agent" for "east-1" is pending
      And the pod "report-job" was never asked to leave

  Rule: A class that is the default for all gives its priority to every new pod that names no class
    # Authority: plugin/pkg/admission/priority/admission.go establishPriority

    @needs-no-other-nodes
    Example: a daemon pod without a class pushes out a pod from before there was a default
      Given the pod "report-job" with:
        | cpu | 4 |
      And the file "standard.yaml":
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: standard}
        value: 500
        globalDefault: true
        """
      And I run "oc create -f standard.yaml"
      When the daemon set "log-agent" is created with:
        | cpu | 1 |
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And there is no pod "report-job" any more

  Rule: Two classes are there from the beginning, for what the cluster cannot do without
    # Authority: pkg/apis/scheduling/types.go SystemCriticalPriority; pkg/kubelet/eviction/eviction_manager.go evictPod; pkg/kubelet/types/pod_update.go IsCriticalPod
    They do more than push others out: a kubelet that is short of memory, disk or process numbers evicts no pod of theirs.
    OpenShift adds a third class, `openshift-user-critical`, which matters less than these two and has no such privilege.

    Scenario Outline: <class>
      Given the pod "report-job" with:
        | cpu            | 4      |
        | priority class | urgent |
      When the daemon set "network-plugin" is created with:
        | cpu            | 1       |
        | priority class | <class> |
      Then "network-plugin" runs one pod on "east-1" and nowhere else
      And there is no pod "report-job" any more

      Examples:
        | class                   |
        | system-node-critical    |
        | system-cluster-critical |
