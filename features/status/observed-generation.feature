Feature: Is the status about what I have just changed?

  After a change the status still speaks of the time before, until the daemon set's controller has looked. Two numbers tell whether
  it has. `metadata.generation` counts the changes of the **spec**; `status.observedGeneration` says which of them the status is about.
  Only when the two are equal do the other numbers mean anything.

  Background:
    Given the node "east-1"
    And the daemon set "log-agent"

  Rule: The generation counts changes of the spec, and of nothing else

    Example: the first one
      When I run "oc get daemonset log-agent -o jsonpath='{.metadata.generation} {.status.observedGeneration}'"
      Then it prints:
        """
        1 1
        """

    Scenario Outline: <change>
      When I run:
        """
        <command>
        """
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: <generation>
        status:
          observedGeneration: <generation>
        """

      Examples:
        | change                         | generation | command                                                              |
        | a new image in the template    | 2          | oc set image daemonset/log-agent log-agent=example.test/log-agent:v2 |
        | a setting outside the template | 2          | oc patch daemonset log-agent -p '{"spec": {"minReadySeconds": 5}}'   |
        | the same image once more       | 1          | oc set image daemonset/log-agent log-agent=example.test/log-agent:v1 |
        | a label on the daemon set      | 1          | oc label daemonset log-agent team=platform                           |
        | an annotation                  | 1          | oc annotate daemonset log-agent owner=clara                          |

  Rule: The status follows when the controller has looked

    Example: right after a change the status is about the time before
      Given the daemon set "log-agent" has just been updated to version "v2"
      When I run "oc get daemonset log-agent -o jsonpath='{.metadata.generation} {.status.observedGeneration}'"
      Then it prints:
        """
        2 1
        """

    Example: a moment later it has caught up
      Given the daemon set "log-agent" has just been updated to version "v2"
      When 1 second passes
      Then the daemon set "log-agent" contains:
        """
        metadata:
          generation: 2
        status:
          observedGeneration: 2
        """
