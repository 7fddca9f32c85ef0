FROM registry.clinic.example/base:1.2.0
USER 0:0
