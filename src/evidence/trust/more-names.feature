Feature: names of other kinds, and what is known though it is not there

  Background:
    Given the nodes "n1" and "n2"
    And the project "shop"
    And the user "vera" with the role "view" in project "shop"
    And the daemon set "agent"

  Example: a daemon set that was refused is known
    When "vera" tries to create the daemon set "spy"
    Then it is refused:
      """
      …cannot create resource "daemonsets"…
      """
    And there is no daemon set "spy"

  Example: a daemon set that was deleted is known
    When the daemon set "agent" is deleted
    Then there is no daemon set "agent"

  Example: a user that nobody knows
    When "vear" tries to create the daemon set "spy"
    Then there is no daemon set "spy"

  Example: a user that nobody knows, at the command line
    When "vear" tries to run "oc get pods"
    Then it is refused:
      """
      …
      """

  Example: a project that nobody knows
    Given the user "emil" with the role "edit" in project "shpo"
    When 1 minute passes
    Then no pod of "agent" was created since

  Example: a priority class that nobody knows
    Given the priority class "urgent" with value 1000
    When the daemon set "cache" is created with:
      | priority class | urgnet |
    Then no pod of "cache" was ever created

  Example: a node that nobody knows is cordoned
    When node "n3" is cordoned
    Then "agent" runs one pod on each of "n1" and "n2"

  Example: a node twice
    When 1 minute passes
    Then "agent" runs one pod on each of "n1" and "n1"

  Example: a pod spec with a misspelt field
    When the daemon set "cache" is created with the pod spec:
      """
      nodeSelecto: {role: cache}
      """
    Then "cache" runs one pod on each of "n1" and "n2"

  Example: the daemon set of a placeholder
    When I run "oc delete pod <pod of agnet on n1>"
    Then "agent" runs one pod on each of "n1" and "n2"

  Example: a kind of object that nobody knows
    When I try to run "oc get daemonsts"
    Then it is refused:
      """
      …
      """

  Example: a flag that nobody knows
    When I try to run "oc get pods --wid"
    Then it is refused:
      """
      …
      """

  Example: reading leaves an update where it is
    Given the daemon set "agent" has just been updated to version "v2"
    And I run "oc get daemonsets"
    And I run "oc describe node n1"
    And I try to run "oc auth can-i list pods"
    When I run "oc get daemonsets"
    Then it prints:
      """
      NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
      agent   2         2         2       2            2           <none>          1s
      """

  Example: an And continues its When
    When the daemon set "agent" is updated to version "v2"
    And 2 days pass
    Then the pod of "agent" on "n1" was replaced
