@K07
Feature: The status has a door of its own

  Spec and status of a daemon set have different authors: people write the spec, the controller writes the status. So that
  neither overwrites the other by mistake, the API serves the status as a *sub-resource*. Whoever writes the daemon set cannot
  change its status, and whoever writes the status cannot change its spec; labels and annotations pass both doors. Other
  programs may leave *conditions* there, and the controller keeps them.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: What is written through the status does not change the spec
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate

    Example: a condition is added
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p \
            '{"status": {"conditions": [{"type": "Audited", "status": "True", "reason": "ByClara"}]}}'
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 1
        status:
          numberReady: 2
          conditions:
            - type: Audited
              status: "True"
              reason: ByClara
        """

    Example: a change of the spec that comes along is dropped
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p '{"spec": {"minReadySeconds": 30}}'
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 1
        spec:
          minReadySeconds: null
        """

    Example: a label and an annotation that come along are kept
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p \
            '{"metadata": {"labels": {"team": "platform"}, "annotations": {"owner": "clara"}}}'
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 1
          labels: {team: platform}
          annotations: {owner: clara}
        """

    Example: the status can be replaced as a whole
      When the status of "log-agent" is replaced, with the condition "Audited"
      Then the daemon set "log-agent" contains:
        """
        status:
          desiredNumberScheduled: 2
          numberReady: 2
          conditions:
            - type: Audited
              status: "True"
        """

  Rule: What is written through the daemon set does not change the status
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate

    Example: a made-up number is dropped
      When I run:
        """
        oc patch daemonset log-agent -p '{"status": {"numberReady": 99}}'
        """
      Then the status of "log-agent" did not change
      And the status of "log-agent" is:
        | desired | ready |
        | 2       | 2     |

  Rule: The controller corrects what it counts, and keeps what others have noted
    # Authority: pkg/controller/daemon/daemon_controller.go storeDaemonSetStatus; measured
    It counts seven numbers, from desired to misscheduled. Whenever it writes one of them, it also writes which generation
    they are about.

    Example: a wrong count does not last
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p '{"status": {"numberReady": 99}}'
        """
      Then the status of "log-agent" went through:
        | desired | ready |
        | 2       | 99    |
        | 2       | 2     |

    Example: a condition is still there after the controller has counted anew
      Given I run:
        """
        oc patch daemonset log-agent --subresource=status -p \
            '{"status": {"conditions": [{"type": "Audited", "status": "True"}]}}'
        """
      When the daemon set "log-agent" is updated to version "v2"
      Then the daemon set "log-agent" contains:
        """
        status:
          observedGeneration: 2
          numberReady: 2
          conditions:
            - type: Audited
              status: "True"
        """

    Example: a number that it does not count stays
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p '{"status": {"collisionCount": 3}}'
        """
      Then the daemon set "log-agent" contains:
        """
        status:
          collisionCount: 3
          numberReady: 2
        """

    Example: a generation that is yet to come stays as long as no number changes
      When I run:
        """
        oc patch daemonset log-agent --subresource=status -p '{"status": {"observedGeneration": 99}}'
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 1
        status:
          observedGeneration: 99
        """

    @needs-node-control
    Example: it is put right with the next number that changes
      Given I run:
        """
        oc patch daemonset log-agent --subresource=status -p '{"status": {"observedGeneration": 99}}'
        """
      When node "east-3" joins
      Then the daemon set "log-agent" contains:
        """
        status:
          observedGeneration: 1
          numberReady: 3
        """
