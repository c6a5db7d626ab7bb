Feature: What the API server warns of

  Some settings are accepted and do nothing any more, or not what they seem to. The API server does not refuse them: it **warns**, once for each command.
  The daemon set is created all the same, so the warnings are easily overlooked.

  Background:
    Given the node "east-1"

  Rule: Outdated settings are accepted with a warning each, in a fixed order
    # Authority: pkg/api/pod/warnings.go warningsForPodSpecAndMeta; pkg/registry/apps/daemonset/strategy.go WarningsOnCreate; measured

    Background:
      Given the file "old.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: old}
        spec:
          selector: {matchLabels: {app: old}}
          template:
            metadata:
              labels: {app: old}
              annotations: {scheduler.alpha.kubernetes.io/critical-pod: ""}
            spec:
              nodeSelector: {beta.kubernetes.io/os: linux}
              containers: [{name: main, image: "example.com/old:v1"}]
        """

    Example: a label and an annotation that have successors
      When I run "oc apply -f old.yaml"
      Then it prints:
        """
        Warning: spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead
        Warning: spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead
        daemonset.apps/old created
        """
      And "old" runs one pod on "east-1"

    Example: whoever applies it again without changing it is not warned again
      Given I run "oc apply -f old.yaml"
      When I run "oc apply -f old.yaml"
      Then it prints:
        """
        daemonset.apps/old unchanged
        """

    Example: nor is whoever changes something else
      Given I run "oc apply -f old.yaml"
      When I run "oc label daemonset old team=ops"
      Then it prints:
        """
        daemonset.apps/old labeled
        """

  Rule: What hides something else is told, too
    # Authority: pkg/api/pod/warnings.go warningsForPodSpecAndMeta; measured

    Example: two variables of one name, and two ports of one number
      Given the file "twice.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: twice}
        spec:
          selector: {matchLabels: {app: twice}}
          template:
            metadata: {labels: {app: twice}}
            spec:
              containers:
              - name: main
                image: example.com/twice:v1
                env: [{name: LEVEL, value: info}, {name: LEVEL, value: debug}]
                ports: [{containerPort: 80}, {containerPort: 80}]
        """
      When I run "oc create -f twice.yaml"
      Then it prints:
        """
        Warning: spec.template.spec.containers[0].env[1]: hides previous definition of "LEVEL", which may be dropped when using apply
        Warning: spec.template.spec.containers[0].ports[1]: duplicate port definition with spec.template.spec.containers[0].ports[0]
        daemonset.apps/twice created
        """
