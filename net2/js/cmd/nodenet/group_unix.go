//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// grouped gives the command a process group, which kill ends whole: a test
// that fails may leave children behind.
func grouped(cmd *exec.Cmd) (kill func() error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
