FROM registry.clinic.example/base:1.2.0
HEALTHCHECK NONE
