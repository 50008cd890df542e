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


def first_biases(rows):
    mean = rows.mean(0, dtype=torch.float64).clamp(min=1e-3)
    odds = mean.clamp(max=1 - 1e-3)
    return torch.log(odds / (1 - odds)) if likelihood == "bernoulli" else torch.log(mean)


class Mlp(nn.Module):
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
            self.output.bias.copy_(first_biases(rows))

    def encode(self, rows):
        features = self.encoder(rows)
        return self.mean(features), self.log_variance(features), None

    def decode(self, z, skips):
        return self.output(self.decoder(z))


def he_uniform(layer, fan_in):
    with torch.no_grad():
        bound = math.sqrt(6 / fan_in)
        layer.weight.uniform_(-bound, bound)
        if layer.bias is not None:
            layer.bias.zero_()
    return layer


def dense(inputs, outputs):
    return he_uniform(nn.Linear(inputs, outputs), inputs)


class Block(nn.Module):
    """Two rectified convolutions of 3 × 3."""

    def __init__(self, inputs, maps):
        super().__init__()
        self.first = he_uniform(nn.Conv2d(inputs, maps, 3, padding=1), 9 * inputs)
        self.second = he_uniform(nn.Conv2d(maps, maps, 3, padding=1), 9 * maps)

    def forward(self, maps):
        return F.relu(self.second(F.relu(self.first(maps))))


class Level(nn.Module):
    """One of the decoder's: z opens the gates to the encoder's maps and shifts them."""

    def __init__(self, inputs, maps):
        super().__init__()
        self.up = he_uniform(nn.ConvTranspose2d(inputs, maps, 2, stride=2), inputs)
        self.gate = dense(latent, maps)
        self.shift = dense(latent, maps)
        self.block = Block(2 * maps, maps)
        with torch.no_grad():
            self.gate.bias.fill_(math.log(0.02 / 0.98))

    def forward(self, maps, z, skip, kept):
        gate = torch.sigmoid(self.gate(z))[:, :, None, None] * kept
        opened = skip * gate + self.shift(z)[:, :, None, None]
        return self.block(torch.cat([self.up(maps), opened], 1))


class Unet(nn.Module):
    """Layer by layer as Vaelix's unet has it."""

    def __init__(self, rows):
        super().__init__()
        channels = [int(maps) for maps in settings["hidden"].split(",")]
        self.side = int(settings["side"])
        coarse = self.side >> (len(channels) - 1)
        self.coarsest = (channels[-1], coarse, coarse)
        features = channels[-1] * coarse * coarse
        self.blocks = nn.ModuleList(Block(*pair) for pair in zip([1] + channels, channels))
        self.mean = dense(features, latent)
        self.log_variance = dense(features, latent)
        self.bottleneck = dense(latent, features)
        up = channels[::-1]
        self.levels = nn.ModuleList(Level(*pair) for pair in zip(up, up[1:]))
        self.output = he_uniform(nn.Conv2d(channels[0], 1, 1, bias=False), channels[0])
        self.bias = nn.Parameter(first_biases(rows).float())

    def encode(self, rows):
        maps, skips = rows.view(-1, 1, self.side, self.side), []
        for block in self.blocks[:-1]:
            skips.append(block(maps))
            maps = F.max_pool2d(skips[-1], 2)
        features = self.blocks[-1](maps).flatten(1)
        return self.mean(features), self.log_variance(features), skips

    def decode(self, z, skips):
        maps = F.relu(self.bottleneck(z)).view(-1, *self.coarsest)
        kept = (torch.rand(len(z), 1, 1, 1) >= 0.5).float()
        for level, skip in zip(self.levels, reversed(skips)):
            maps = level(maps, z, skip, kept)
        return self.output(maps).flatten(1) + self.bias


class Model(nn.Module):
    """The negative evidence lower bound: mean over rows, sum over features, one draw of z."""

    def __init__(self, rows):
        super().__init__()
        self.network = Unet(rows) if settings["architecture"] == "unet" else Mlp(rows)
        if likelihood == "negative-binomial":
            self.log_dispersion = nn.Parameter(torch.zeros(rows.shape[1]))

    def forward(self, rows):
        mean, log_variance, skips = self.network.encode(rows)
        deviation = torch.exp(0.5 * log_variance)
        z = torch.randn_like(deviation) * deviation + mean
        reconstruction = self.negative_log_likelihood(self.network.decode(z, skips), rows)
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
