"""Contestant: PyTorch from Python, eagerly or compiled. Speaks the same protocol as the others."""

import math
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

settings = dict(argument.split("=", 1) for argument in sys.argv[1:])
batch = int(settings["batch"])
latent = int(settings["latent"])
likelihood = settings["likelihood"]
torch.set_num_threads(int(settings["threads"]))
torch.set_flush_denormal(True)
torch.manual_seed(1)

# The protocol's own stream: whatever libraries print goes to the error stream.
out = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def linear(inputs, outputs, rectified):
    """First values by the rules that Vaelix follows: He's before a rectifier, else Glorot's."""
    layer = nn.Linear(inputs, outputs)
    with torch.no_grad():
        if rectified:
            layer.weight.normal_(0, math.sqrt(2 / inputs))
        else:
            bound = math.sqrt(6 / (inputs + outputs))
            layer.weight.uniform_(-bound, bound)
        layer.bias.zero_()
    return layer


def hidden_layers(widths):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [linear(inputs, outputs, True), nn.ReLU()]
    return nn.Sequential(*layers)


class Model(nn.Module):
    def __init__(self, rows):
        super().__init__()
        features = rows.shape[1]
        hidden = [int(width) for width in settings["hidden"].split(",")]
        self.encoder = hidden_layers([features] + hidden)
        self.mean = linear(hidden[-1], latent, False)
        self.log_variance = linear(hidden[-1], latent, False)
        self.decoder = hidden_layers([latent] + hidden[::-1])
        self.output = linear(hidden[0], features, False)
        with torch.no_grad():
            mean = rows.mean(0, dtype=torch.float64).clamp(min=1e-3)
            odds = mean.clamp(max=1 - 1e-3)
            is_binary = likelihood == "bernoulli"
            self.output.bias.copy_(torch.log(odds / (1 - odds)) if is_binary else torch.log(mean))
        if likelihood == "negative-binomial":
            self.log_dispersion = nn.Parameter(torch.zeros(features))

    def forward(self, rows):
        features = self.encoder(rows)
        mean = self.mean(features)
        log_variance = self.log_variance(features)
        deviation = torch.exp(0.5 * log_variance)
        z = torch.randn_like(deviation) * deviation + mean
        reconstruction = self.negative_log_likelihood(self.output(self.decoder(z)), rows)
        kl = -0.5 * torch.sum(1 + log_variance - mean.square() - torch.exp(log_variance))
        return (reconstruction + kl) / batch

    def negative_log_likelihood(self, output, rows):
        if likelihood == "bernoulli":
            return F.binary_cross_entropy_with_logits(output, rows, reduction="sum")
        if likelihood == "poisson":
            return F.poisson_nll_loss(output, rows, reduction="sum")
        theta = torch.exp(self.log_dispersion)
        log_total = torch.log(torch.exp(output) + theta)
        gammas = torch.lgamma(rows + theta) - torch.lgamma(theta)
        powers = theta * (self.log_dispersion - log_total) + rows * (output - log_total)
        return -torch.sum(gammas + powers)


data = torch.from_numpy(np.load(settings["data"]))
model = Model(data)
loss_of = torch.compile(model) if settings["mode"] == "compile" else model
optimiser = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
order = torch.randperm(len(data))
position = 0


def step():
    global position
    rows = data.index_select(0, order[position : position + batch])
    position += batch
    optimiser.zero_grad()
    loss = loss_of(rows)
    loss.backward()
    optimiser.step()
    return loss.item()


def run(steps):
    global order, position
    losses, times = 0.0, []
    for _ in range(steps):
        if position + batch > len(data):
            order, position = torch.randperm(len(data)), 0
        start = time.perf_counter_ns()
        losses += step()
        times.append(time.perf_counter_ns() - start)
    return losses / steps, times


def answer(line):
    if line == "about":
        count = sum(parameter.numel() for parameter in model.parameters())
        return f"@about {count} PyTorch {torch.__version__}, {settings['mode']}, fused Adam"
    loss, times = run(int(line.split()[1]))
    return " ".join(["@ran", str(loss), *map(str, times)])


print("@ready", file=out)
for line in sys.stdin:
    print(answer(line.strip()), file=out)
