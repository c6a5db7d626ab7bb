Feature: What a command prints, and how it is refused

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the node "east-1"
    And the daemon set "log-agent"

  Example: another number is printed than is shown
    > It printed something else.
    When I run "oc get daemonset log-agent"
    Then it prints:
      """
      NAME        DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
      log-agent   2         2         2       2            2           <none>          …
      """

  Example: a line is printed that is not shown
    > It printed something else.
    When I run "oc get daemonset log-agent"
    Then it prints:
      """
      log-agent   1   1   1   1   1   <none>   …
      """

  Example: three dots are shown where nothing is printed
    > It printed something else.
    When I run "oc get pods -l app=shop -o name"
    Then it prints:
      """
      …
      """

  Example: a line is missing among the others
    > It should print these lines, in this order.
    When I run "oc get nodes"
    Then it prints, among other lines:
      """
      east-2   Ready   …
      """

  Example: the lines come in another order
    > It should print these lines, in this order.
    When I run "oc get nodes"
    Then it prints, among other lines:
      """
      east-1 …
      NAME …
      """

  Example: a command that is done
    > This was not refused: oc delete daemonset log-agent
    When I try to run "oc delete daemonset log-agent"
    Then it is refused:
      """
      …
      """

  Example: a command that is refused in other words
    > It should be refused, in these words.
    When I try to run "oc get daemonset log-agnet"
    Then it is refused:
      """
      …forbidden…
      """

  Example: something is printed
    > This should print nothing: oc get nodes
    When I run "oc get nodes"
    Then it prints nothing

  Scenario Outline: a command that is refused, and three dots for its words
    > This was refused, and the example does not say so: oc delete daemonset log-agnet
    When I try to run "oc delete daemonset log-agnet"
    Then it <prints>:
      """
      …
      log-agent   …
      """

    Examples:
      | prints                    |
      | prints                    |
      | prints, among other lines |

  Example: three dots among other lines
    > No line is shown that should be printed. Write at least one.
    When I run "oc get nodes"
    Then it prints, among other lines:
      """
      …
      """
