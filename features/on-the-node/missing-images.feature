@needs-container-control
Feature: An image that cannot be pulled is tried again

  A version is rolled out before its image is in the registry, or the registry is down. The pods wait: `ImagePullBackOff`. Nobody has to delete them when the image
  is there. The kubelet of each node tries again by itself, but **more and more seldom**: after ten seconds, twenty, forty, and in the end every five minutes. So a
  pod that has waited for long may need five minutes more. A new pod is tried at once.

  Background:
    Given the node "east-1"
    And version "v1" of "log-agent" can never be pulled
    And the daemon set "log-agent"

  Rule: The pod that waits gets the image, and no new pod is made
    # Authority: pkg/kubelet/images/image_manager.go pullImage; pkg/kubelet/kubelet.go SyncPod

    Example: the image is pushed a little later
      When version "v1" of "log-agent" can be pulled after all
      Then the pod of "log-agent" on "east-1" is ready
      And the pod of "log-agent" on "east-1" was not replaced

    @needs-long-waits
    Example: until it is pushed, the pod waits
      When 1 day passes
      Then the pod of "log-agent" on "east-1" is not ready
      And the pod of "log-agent" on "east-1" was not replaced

  @needs-long-waits
  Rule: The longer the image was missing, the longer it may take until it is noticed
    # Authority: pkg/kubelet/images/image_manager.go pullImage; staging/src/k8s.io/client-go/util/flowcontrol/backoff.go Next

    Example: after five minutes the next try is five minutes away
      Given 320 seconds pass
      When version "v1" of "log-agent" can be pulled after all
      Then the pod of "log-agent" on "east-1" was ready about 10 minutes after its creation

    @needs-steady-control-plane
    Example: a new pod does not wait
      Given 320 seconds pass
      When the pod of "log-agent" on "east-1" is deleted
      And at once version "v1" of "log-agent" can be pulled after all
      Then the pod of "log-agent" on "east-1" was ready 1 second after its creation
