Feature: What every project begins with

  A new project is not empty. Controllers put a **service account** into it, so that pods can run, and two **config maps** with the certificates by which the
  programs in pods recognize the API server and the services of the cluster. Whoever lists or counts what is in a project meets them.

  Background:
    Given the node "east-1"
    And the project "shop"

  Rule: A service account and two config maps are there from the beginning
    # Authority: pkg/controller/serviceaccount/serviceaccounts_controller.go syncNamespace; pkg/controller/certificates/rootcacertpublisher/publisher.go syncNamespace; openshift/kubernetes openshift-kube-controller-manager/servicecacertpublisher/publisher.go syncNamespace

    Example: a project in which nobody has done anything
      When I run "oc get serviceaccounts,configmaps -o name"
      Then it prints:
        """
        serviceaccount/default
        configmap/kube-root-ca.crt
        configmap/openshift-service-ca.crt
        """

    Example: a project that comes with a manifest has them, too
      Given the file "storage.yaml":
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: storage}
        """
      And I run "oc apply -f storage.yaml"
      When I run "oc get configmaps -n storage -o name"
      Then it prints:
        """
        configmap/kube-root-ca.crt
        configmap/openshift-service-ca.crt
        """

  Rule: What is deleted of them comes again
    # Authority: pkg/controller/serviceaccount/serviceaccounts_controller.go serviceAccountDeleted; pkg/controller/certificates/rootcacertpublisher/publisher.go configMapDeleted

    Example: the service account
      Given I run "oc delete serviceaccount default"
      When I run "oc get serviceaccounts -o name"
      Then it prints:
        """
        serviceaccount/default
        """

    Example: the certificates
      Given I run "oc delete configmap kube-root-ca.crt"
      When I run "oc get configmaps -o name"
      Then it prints:
        """
        configmap/kube-root-ca.crt
        configmap/openshift-service-ca.crt
        """

  Rule: A quota of config maps counts the two
    # Authority: staging/src/k8s.io/apiserver/pkg/quota/v1/generic/evaluator.go objectCountEvaluator; measured

    Example: a quota of two leaves room for none
      Given the quota "few" with:
        | count/configmaps | 2 |
      When I try to run "oc create configmap settings"
      Then it is refused:
        """
        error: failed to create configmap: configmaps "settings" is forbidden: exceeded quota: few, requested: count/configmaps=1, used: count/configmaps=2, limited: count/configmaps=2
        """

    Example: a quota of three leaves room for one
      Given the quota "few" with:
        | count/configmaps | 3 |
      When I run "oc create configmap settings"
      Then it prints:
        """
        configmap/settings created
        """
