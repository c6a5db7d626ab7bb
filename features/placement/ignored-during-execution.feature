@I09
Feature: "Ignored during execution" is not for daemon pods

  The field is called `requiredDuringSchedulingIgnoredDuringExecution`: what it asks for counts when a pod is placed, and is
  ignored while it runs. For ordinary pods that is how it is, until the kubelet of their node is restarted: then it looks at its
  pods anew, and a pod whose node no longer fits has failed. A daemon set, however, looks at its nodes **all the time**, and
  deletes its pod from a node that no longer fits, whatever the name of the field says.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | region=east |
      | east-2 | region=east |

  Rule: A daemon pod that runs goes when its node no longer fits
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; kubernetes#73166

    Example: the label is taken off one node
      Given the daemon set "log-agent" for nodes where:
        | label  | operator | values |
        | region | In       | east   |
      When the label "region" is removed from node "east-2"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And no pod of "log-agent" is left on "east-2"
      But the pod of "log-agent" on "east-1" was not replaced

    Example: no new pod is tried there
      Given the daemon set "log-agent" for nodes where:
        | label  | operator | values |
        | region | In       | east   |
      When the label "region" is removed from node "east-2"
      Then no pod of "log-agent" was created since
      And the status of "log-agent" is:
        | desired | current | misscheduled |
        | 1       | 1       | 0            |

  Rule: An ordinary pod stays as long as its kubelet is not restarted
    # Authority: pkg/kubelet/kubelet.go HandlePodAdditions; pkg/scheduler/eventhandlers.go AdmissionCheck

    Example: it asked for the same label
      Given the pod "report-job" that asked for "region=east" and runs on "east-2"
      When the label "region" is removed from node "east-2"
      Then the pod "report-job" was never asked to leave
      And the pod "report-job" still runs on "east-2"

    @needs-node-control
    Example: when the kubelet starts anew, as after a reboot, the pod has failed
      Given the pod "report-job" that asked for "region=east" and runs on "east-2"
      And the label "region" is removed from node "east-2"
      And node "east-2" reboots
      When I run "oc get pod report-job -o jsonpath={.status.phase}:{.status.reason}"
      Then it prints:
        """
        Failed:NodeAffinity
        """

  Rule: What is only preferred removes nobody
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity

    Example: the preferred label is taken off one node
      Given the daemon set "log-agent" with the pod spec:
        """
        affinity:
          nodeAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 100
                preference:
                  matchExpressions:
                    - {key: region, operator: In, values: [east]}
        """
      When the label "region" is removed from node "east-2"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
