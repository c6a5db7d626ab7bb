Feature: sentences about versions, of manifests that people bring along

  Background:
    Given the nodes "n1" and "n2"
    And the file "agent.yaml":
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent}
      spec:
        selector: {matchLabels: {app: agent}}
        template:
          metadata: {labels: {app: agent}}
          spec:
            containers:
              - {name: proxy, image: "quay.io/mesh/proxy:7"}
              - {name: main, image: "registry.example.com:5000/shop/agent:1.0"}
      """
    And the file "pair.yaml":
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: pair}
      spec:
        selector: {matchLabels: {app: pair}}
        template:
          metadata: {labels: {app: pair}}
          spec:
            containers:
              - {name: left, image: "example.test/one:1"}
              - {name: right, image: "example.test/two:1"}
      """

  Example: the container whose image is called so is updated, in its registry
    Given I run "oc apply -f agent.yaml"
    When the daemon set "agent" is updated to version "1.1"
    Then the daemon set "agent" contains:
      """
      spec:
        template:
          spec:
            containers:
              - {name: proxy, image: "quay.io/mesh/proxy:7"}
              - {name: main, image: "registry.example.com:5000/shop/agent:1.1"}
      """
    And the pods of "agent" on "n1" and "n2" run version "1.1"
    And the revisions of "agent" are:
      | revision | version |
      | 1        | 1.0     |
      | 2        | 1.1     |

  Example: a digest is a version
    Given I run "oc apply -f agent.yaml"
    When the daemon set "agent" is updated to version "sha256:0123abcd"
    Then the pods of "agent" on "n1" and "n2" run version "sha256:0123abcd"

  Example: a version of one's own can never be pulled
    Given version "1.0" of "agent" can never be pulled
    When I run "oc apply -f agent.yaml"
    Then the status of "agent" is:
      | desired | ready |
      | 2       | 0     |

  Example: a sidecar is a program as well
    Given version "7" of "proxy" never becomes ready
    When I run "oc apply -f agent.yaml"
    Then the status of "agent" is:
      | desired | ready |
      | 2       | 0     |

  Example: several containers, and nobody knows which
    Given I run "oc apply -f pair.yaml"
    When the daemon set "pair" is updated to version "2"
    Then the pods of "pair" on "n1" and "n2" run version "2"

  Example: a version that the set never had
    When I run "oc apply -f agent.yaml"
    Then the pods of "agent" on "n1" and "n2" run version "1.00"

  Example: a version that no image can have
    Given I run "oc apply -f agent.yaml"
    When the daemon set "agent" is updated to version "1 0"
    Then the pods of "agent" on "n1" and "n2" run version "1 0"

  Example: how a version starts is said when it runs already
    Given the daemon set "late-agent"
    And version "v1" of "late-agent" never becomes ready
    When 1 minute passes
    Then all pods of "late-agent" are ready

  Example: how a version starts is said before one more pod starts
    Given the daemon set "late-agent"
    And version "v1" of "late-agent" never becomes ready
    When node "n3" joins
    Then the pod of "late-agent" on "n3" is not ready

  Example: how a version stops may be said late
    Given the daemon set "late-agent"
    And version "v1" of "late-agent" takes 20 seconds to stop
    When 1 minute passes
    Then all pods of "late-agent" are ready
