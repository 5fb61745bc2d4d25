//go:build !race

package net2_test

// raceEnabled makes tests smaller that would take minutes under the race detector.
const raceEnabled = false
