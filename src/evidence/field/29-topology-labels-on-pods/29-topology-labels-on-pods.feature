Feature: A pod knows its zone

  Rule: Binding copies the node's zone and region to the pod's labels

    Background:
      Given the nodes:
        | name   | labels                                                            |
        | east-1 | topology.kubernetes.io/zone=z1,topology.kubernetes.io/region=east |
      And the daemon set "agent"

    Example: the zone, asked for without quotes
      When I run "oc get pods -o jsonpath={.items[0].metadata.labels.topology\.kubernetes\.io/zone}"
      Then it prints:
        """
        z1
        """

    Example: the region, asked for in quotes
      When I run "oc get pods -o jsonpath='{.items[0].metadata.labels.topology\.kubernetes\.io/region}'"
      Then it prints:
        """
        east
        """
