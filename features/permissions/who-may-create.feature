@D06 @needs-impersonation
Feature: Who may create daemon sets

  A daemon set puts a program on many nodes at once, so not everybody may create one. Cluster administrators may, and so
  may the administrators of a project, inside their project. People who may edit the project may do it as well; people
  who may only look at it may not.

  Background:
    Given the node "east-1"
    And the project "shop"

  Rule: Administrators of the cluster and of the project may

    Example: a cluster administrator
      Given the cluster administrator "clara"
      When "clara" tries to create the daemon set "log-agent"
      Then "log-agent" runs one pod on "east-1"

    Scenario Outline: a user with the role "<role>" in the project
      Given the user "paul" with the role "<role>" in project "shop"
      When "paul" tries to create the daemon set "log-agent"
      Then "log-agent" runs one pod on "east-1"

      Examples:
        | role  |
        | admin |
        | edit  |

  Rule: Everybody else may not

    Example: a user who may only look
      Given the user "vera" with the role "view" in project "shop"
      When "vera" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "vera" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And there is no daemon set "log-agent"
      And no pod of "log-agent" was ever created

    Example: a stranger
      Given the user "otto"
      When "otto" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "otto" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And there is no daemon set "log-agent"

    Example: the administrator of another project
      Given the project "warehouse"
      And the user "paul" with the role "admin" in project "shop"
      When "paul" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "paul" cannot create resource "daemonsets" in API group "apps" in the namespace "warehouse"
        """
      And there is no daemon set "log-agent"
