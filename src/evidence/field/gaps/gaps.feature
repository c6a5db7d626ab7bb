Feature: Manifests with something in them that nobody acts on

  Background:
    Given the node "east-1"

  Example: a hook after the start, in a template that changes
    When the daemon set "agent" is created with the pod spec:
      """
      containers:
        - {name: agent, image: "example.test/agent:v1", lifecycle: {postStart: {exec: {command: ["true"]}}}}
      """
    And I run "oc set image daemonset/agent agent=example.test/agent:v2"
    Then all pods of "agent" run version "v2"

  Example: a deployment beside the daemon set
    Given the file "shop.yaml":
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        selector: {matchLabels: {app: shop}}
        template:
          metadata: {labels: {app: shop}}
          spec: {containers: [{name: shop, image: "example.test/shop:v1"}]}
      """
    And I run "oc create -f shop.yaml"
    When the daemon set "agent" is created
    Then "agent" runs one pod on "east-1" and nowhere else

  Example: nothing of the kind
    When the daemon set "agent" is created
    Then "agent" runs one pod on "east-1" and nowhere else
