#!/usr/bin/env python3
"""Fifty clients compose at once: how long answers take, whether any fails, and whether the server's memory grows.

    Benchmarks/serve_load.py [--clients 50] [--seconds 120] [--binary .build/release/osteon]

Each client drags: it changes a dose or an age, asks for ten outputs over ten years, waits for the answer, rests as a hand does and
goes on. Standard library only.
"""
import argparse
import http.client
import json
import pathlib
import random
import re
import subprocess
import tempfile
import threading
import time

OUTPUTS = [
    "density.lumbarSpine", "density.totalHip", "density.femoralNeck", "serum.estradiol", "serum.progesterone",
    "bone.RANKLtoOPG", "bone.osteoclasts", "bone.osteoblasts", "marker.CTX", "marker.P1NP",
]
REGIMENS = [
    lambda dose: [],
    lambda dose: [{"medicine": "estradiol", "form": "oral", "dose": f"{dose:.2f} mg", "every": "1 day"}],
    lambda dose: [
        {"medicine": "estradiol", "form": "patch", "dose": f"{50 * dose:.1f} ug/day"},
        {"medicine": "progesterone", "form": "oral micronized", "dose": f"{100 * dose:.0f} mg", "every": "1 day"},
    ],
    lambda dose: [{"medicine": "conjugated estrogens", "form": "oral", "dose": f"{0.6 * dose:.3f} mg", "every": "1 day"}],
]


def request(client, random_source):
    therapy = REGIMENS[client % len(REGIMENS)](0.5 + random_source.random())
    woman = {"age": f"{random_source.randint(45, 75)} years", "menopause": {"age": "51 years", "kind": "natural"}}
    scenario = {"title": "x", "woman": woman, "therapy": therapy, "simulate": {"years": 10, "report": "1 month"}}
    return json.dumps({"scenarios": [scenario], "outputs": OUTPUTS, "outcomes": False})


def memory(pid):
    """Resident memory in MB."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def drag(client, port, end, rest, times, failures):
    random_source = random.Random(client)
    while time.monotonic() < end:
        start = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("POST", "/api/simulations", request(client, random_source), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
            if answer.status != 200 or len(json.loads(body)["runs"][0]["series"]) != len(OUTPUTS):
                failures.append(f"{answer.status} {body[:200]!r}")
        except Exception as error:  # whatever goes wrong counts
            failures.append(repr(error))
        times.append(time.monotonic() - start)
        time.sleep(rest * random_source.random())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--rest", type=float, default=1.0, help="longest rest of a hand between two changes, in seconds")
    parser.add_argument("--binary", default=".build/release/osteon")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [options.binary, "serve", "--port", "0", "--data", folder], stdout=subprocess.PIPE, text=True)
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
            times, failures, sizes = [], [], []
            end = time.monotonic() + options.seconds
            clients = [
                threading.Thread(target=drag, args=(client, port, end, options.rest, times, failures))
                for client in range(options.clients)
            ]
            begun = memory(server.pid)
            for client in clients:
                client.start()
            while time.monotonic() < end:
                time.sleep(options.seconds / 12)
                sizes.append(memory(server.pid))
            for client in clients:
                client.join()
            ordered = sorted(times)
            quantile = lambda share: 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
            print(f"{options.clients} clients, {options.seconds:.0f} s: {len(times)} answers, {len(failures)} failures, "
                  f"{len(times) / options.seconds:.0f} a second")
            print(f"milliseconds: median {quantile(0.5):.0f}, 95 % {quantile(0.95):.0f}, longest {1000 * ordered[-1]:.0f}")
            print(f"memory, MB: {begun:.0f} at the start; then {', '.join(f'{size:.0f}' for size in sizes)}")
            for failure in failures[:5]:
                print(failure)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
