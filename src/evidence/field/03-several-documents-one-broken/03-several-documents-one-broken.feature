Feature: A file with a broken document

  Rule: kubectl does what stands before the broken document, and counts lines within that document

    Background:
      Given the node "east-1"

    Example: the second of two documents is broken
      When I try to run "oc apply -f two.yaml.txt"
      Then it is refused:
        """
        error: error parsing two.yaml.txt: error converting YAML to JSON: yaml: line 6: mapping values are not allowed in this context
        """

    Example: the first is there
      Given I try to run "oc apply -f two.yaml.txt"
      And it is refused:
        """
        error: error parsing two.yaml.txt: …
        """
      When I run "oc get configmaps -o name"
      Then it prints:
        """
        configmap/first
        configmap/kube-root-ca.crt
        configmap/openshift-service-ca.crt
        """
