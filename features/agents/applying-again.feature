Feature: Applying the file of an agent a second time

  `oc apply` compares three things: what the file says, what it said the last time, and what the cluster has. It prints `unchanged` where it had nothing to send. But it also sends
  what the cluster keeps in other words, such as `cpu: 2000m`, which is kept as `2`. Then it prints `configured`, and nothing has changed.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: Where the cluster keeps the very words of the file, nothing is sent
    # Authority: staging/src/k8s.io/kubectl/pkg/cmd/apply/apply.go applyOneObject; staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go CreateThreeWayMergePatch

    Example: the overlay network
      Given I run "oc apply -f network/overlay-network.yaml"
      When I run "oc apply -f network/overlay-network.yaml"
      Then it prints:
        """
        namespace/overlay-network unchanged
        serviceaccount/overlay-network unchanged
        clusterrole.rbac.authorization.k8s.io/overlay-network unchanged
        clusterrolebinding.rbac.authorization.k8s.io/overlay-network unchanged
        configmap/overlay-network unchanged
        daemonset.apps/overlay-network unchanged
        """

    Example: a service that has one port number for two protocols
      Given I run "oc apply -f traffic/dns-cache.yaml"
      When I run "oc apply -f traffic/dns-cache.yaml"
      Then it prints, among other lines:
        """
        service/kube-dns-upstream unchanged
        """

  Rule: What the cluster does not keep as it is written is sent each time
    # Authority: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go diffMaps; staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go CanonicalizeBytes

    Scenario Outline: <what>
      Given I run "oc apply -f <file>.yaml"
      When I run "oc apply -f <file>.yaml"
      Then it prints, among other lines:
        """
        <object> configured
        """

      Examples:
        | what                                                      | file                    | object                                                                                   |
        | a default that is written out, hostNetwork: false         | logs/bit-shipper        | daemonset.apps/bit-shipper                                                               |
        | a quantity that has a shorter form, 2000m                 | logs/pipeline-shipper   | daemonset.apps/pipeline-shipper                                                          |
        | a field that is only for writing, stringData              | logs/tail-shipper       | secret/tail-shipper                                                                      |
        | nothing where a list could be, tolerations without a word | metrics/vendor-agent    | daemonset.apps/vendor-agent                                                              |
        | a number that is kept as text, nvidia.com/gpu: 2          | gpu/gpu-burn-in         | daemonset.apps/gpu-burn-in                                                               |
        | a list that is kept whole, with a default in it           | traffic/web-ingress     | validatingwebhookconfiguration.admissionregistration.k8s.io/web-ingress-admission        |

    Example: the pods do not notice
      Given I run "oc apply -f logs/bit-shipper.yaml"
      When I run "oc apply -f logs/bit-shipper.yaml"
      Then the pods of "bit-shipper" on "east-1" and "east-2" were not replaced
      And the template of "bit-shipper" was never changed

  Rule: A budget's selector is sent each time, whatever it says
    # Authority: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go handleMapDiff; staging/src/k8s.io/api/policy/v1/types.go PodDisruptionBudgetSpec

    Example: the policy network's budget
      Given I run "oc apply -f network/policy-network.yaml"
      When I run "oc apply -f network/policy-network.yaml"
      Then it prints, among other lines:
        """
        poddisruptionbudget.policy/policy-network-controllers configured
        serviceaccount/policy-network-controllers unchanged
        daemonset.apps/policy-network unchanged
        deployment.apps/policy-network-controllers unchanged
        """

  Rule: A volume of which the file says only the name is sent each time
    # Authority: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go hasAdditionalNewField; pkg/apis/core/v1/defaults.go SetDefaults_Volume
    The cluster makes it an empty directory. What is sent says that there shall be nothing but the name, and then it is made an empty directory again.

    Example: the storage daemon's run directory
      Given I run "oc apply -f storage/storage-daemon.yaml"
      When I run "oc apply -f storage/storage-daemon.yaml"
      Then it prints, among other lines:
        """
        daemonset.apps/storage-daemon configured
        """
      And the daemon set "storage-daemon" contains:
        """
        metadata: {generation: 1}
        """
