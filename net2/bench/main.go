// Command bench measures nodenet beside its peers.
//
//	go run . serve -impl nodenet -workload echo -port 4000
//	go run . load -workload echo -addr 127.0.0.1:4000 -conns 50
//	go run . compare -quick
package main

import (
	"fmt"
	"os"

	"github.com/nodenet/go/net2/bench/compare"
	"github.com/nodenet/go/net2/bench/load"
	"github.com/nodenet/go/net2/bench/serve"
)

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	var err error
	switch os.Args[1] {
	case "serve":
		err = serve.Main(os.Args[2:])
	case "load":
		err = load.Main(os.Args[2:], os.Stdout)
	case "compare":
		err = compare.Main(os.Args[2:], os.Stdout, os.Stderr)
	default:
		usage()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: go run . serve|load|compare [flags]; -h after the command shows its flags")
	os.Exit(2)
}
