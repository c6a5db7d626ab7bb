@needs-impersonation
Feature: Asking what one may do

  Nobody has to find out by trying. `oc auth can-i` asks the cluster, which answers **yes** or **no** and changes nothing. It is the first thing to run when
  something is forbidden: is it the role, or is it the wrong project?

  Background:
    Given the node "east-1"
    And the project "shop"
    And the user "vera" with the role "view" in project "shop"
    And the user "emil" with the role "edit" in project "shop"
    And the user "paul" with the role "admin" in project "shop"
    And the cluster administrator "clara"
    And the user "otto"

  Rule: The answer is yes where the action would be allowed

    Scenario Outline: <who> may <verb> <what>
      When "<who>" runs "oc auth can-i <verb> <what>"
      Then it prints:
        """
        yes
        """

      Examples:
        | who   | verb   | what         |
        | vera  | list   | daemonsets   |
        | vera  | watch  | pods         |
        | emil  | create | daemonsets   |
        | emil  | delete | pods         |
        | paul  | patch  | daemonsets   |
        | paul  | create | rolebindings |
        | clara | delete | daemonsets   |

  Rule: It is no where the action would be refused

    Scenario Outline: <who> may not <verb> <what>
      When "<who>" tries to run "oc auth can-i <verb> <what>"
      Then it prints:
        """
        no
        """

      Examples:
        | who  | verb   | what         |
        | vera | create | daemonsets   |
        | vera | delete | pods         |
        | emil | create | rolebindings |
        | otto | list   | daemonsets   |

    Example: nodes are nobody's but the cluster administrator's
      When "paul" tries to run "oc auth can-i patch nodes"
      Then it prints:
        """
        Warning: resource 'nodes' is not namespace scoped

        no
        """

  Rule: The answer depends on the project

    Example: the same question, asked of another project
      Given the project "warehouse"
      When "emil" tries to run "oc auth can-i create daemonsets"
      Then it prints:
        """
        no
        """

    Example: named on the command line
      Given the project "warehouse"
      When "emil" runs "oc auth can-i create daemonsets -n shop"
      Then it prints:
        """
        yes
        """
