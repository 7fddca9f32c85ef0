package chart

import (
	"fmt"
	"log"
	"log/slog"
)

func Admit(patient Patient) {
	log.Printf("admitted %s", patient.SSN) // expect: fail
	slog.Info("no match", "mrn", patient.MRN) // expect: fail
	fmt.Println(patient.DateOfBirth) // expect: fail
}
