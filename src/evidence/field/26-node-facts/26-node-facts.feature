Feature: What is there before anybody does anything

  Rule: Every cluster has four namespaces of its own

    Example: they are listed
      Given the node "east-1"
      When I run "oc get namespaces -o name"
      Then it prints, among other lines:
        """
        namespace/default
        namespace/kube-node-lease
        namespace/kube-public
        namespace/kube-system
        """
