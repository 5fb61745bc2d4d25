//go:build race

package net2_test

const raceEnabled = true
