"""``python -m tests.scale_cluster``: a Ray cluster of two nodes on this machine. Prints its address and the process of the
second node; lives until its standard input ends."""

from __future__ import annotations

import sys

import orjson
from ray.cluster_utils import Cluster

MEMORY = 100_000_000


def main() -> None:
    cluster = Cluster(
        initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": MEMORY, "include_dashboard": False}
    )
    second = cluster.add_node(num_cpus=1, object_store_memory=MEMORY)
    cluster.wait_for_nodes()
    (raylet,) = (entry.process.pid for entry in second.all_processes["raylet"])
    sys.stdout.write(orjson.dumps({"address": cluster.address, "raylet": raylet}).decode() + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    cluster.shutdown()  # type: ignore[no-untyped-call, unused-ignore]


if __name__ == "__main__":
    main()
