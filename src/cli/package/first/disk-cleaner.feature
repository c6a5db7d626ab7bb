Feature: The disk cleaner runs where there is a local disk

  It deletes old scratch files. On a node without a local disk it has nothing to do.

  Background:
    Given the nodes:
      | name   | labels     |
      | disk-1 | disk=local |
      | web-1  |            |
    And I run "oc apply -f disk-cleaner.yaml"

  Rule: A node that is given a disk is cleaned from then on

    Example: the web server gets a disk
      When node "web-1" is labelled "disk=local"
      Then "disk-cleaner" runs one pod on each of "disk-1" and "web-1" and nowhere else
