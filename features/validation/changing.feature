Feature: What may not be changed later

  Most of a daemon set can be changed at any time. The **selector** cannot: by it the daemon set recognises its pods, and with
  another one it would let go of all of them. Whoever needs another selector deletes the daemon set and creates a new one. Deleted
  with `--cascade=orphan`, its pods run on, owned by nobody, until another adopts them or somebody deletes them. And every change
  must leave a daemon set that would be accepted as a new one, but for a few old faults: what an earlier release has let in, and
  this one would refuse, may stay as it is.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: The selector stays what it was
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpecUpdate

    Example: another selector, with pods to match
      When I try to set "spec" of the daemon set "log-agent" to {selector: {matchLabels: {app: logs}}, template: {metadata: {labels: {app: logs}}}}
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"logs"}}: field is immutable
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: labels of the template that the selector does not know
      When I try to set "spec.template.metadata.labels" of the daemon set "log-agent" to {app: logs}
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.template.metadata.labels: Invalid value: {"app":"logs"}: `selector` does not match template `labels`
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: additional labels are welcome
      When I try to set "spec.template.metadata.labels.team" of the daemon set "log-agent" to platform
      Then the pods of "log-agent" on "east-1" and "east-2" were replaced
      And the pod of "log-agent" on "east-1" contains:
        """
        metadata:
          labels:
            app: log-agent
            team: platform
        """

  Rule: A change must leave a daemon set that would be accepted
    # Authority: pkg/registry/apps/daemonset/strategy.go ValidateUpdate; pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdate

    Scenario Outline: <field> becomes <value>
      When I try to set "<field>" of the daemon set "log-agent" to <value>
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: <field>: <refusal>
        """
      And the template of "log-agent" was never changed

      Examples:
        | field                                            | value | refusal                                                |
        | spec.updateStrategy.rollingUpdate.maxUnavailable | 0     | Required value: cannot be 0 when maxSurge is 0         |
        | spec.minReadySeconds                             | -1    | Invalid value: -1: must be greater than or equal to 0  |
        | spec.template.spec.restartPolicy                 | Never | Unsupported value: "Never": supported values: "Always" |

  Rule: Daemon sets cannot be scaled
    # Authority: staging/src/k8s.io/kubectl/pkg/cmd/scale/scale.go RunScale; documentation: DaemonSet

    Example: the number of copies is the number of nodes
      When I try to run "oc scale daemonset log-agent --replicas=3"
      Then it is refused:
        """
        Error from server (NotFound): the server could not find the requested resource
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
